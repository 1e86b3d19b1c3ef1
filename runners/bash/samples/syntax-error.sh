for do done
echo 14
