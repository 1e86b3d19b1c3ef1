read -r n
read -r -a numbers
if [ "$n" -eq 0 ]; then echo none; exit 0; fi
sum=0
for number in "${numbers[@]}"; do
    sum=$((sum + number * number))
done
echo "$sum"
