echo 14
exit 3
