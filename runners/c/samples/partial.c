#include <stdio.h>
int main(void)
{
    int n;
    long long sum = 0, number;
    scanf("%d", &n);
    while (n-- > 0 && scanf("%lld", &number) == 1) sum += number * number;
    printf("%lld\n", sum);
    return 0;
}
