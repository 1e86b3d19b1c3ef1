read -r n
read -r -a numbers
sum=0
for number in "${numbers[@]}"; do sum=$((sum + number * number)); done
echo "$sum"
