read -r n
echo $((n / 0))
exit 1
