#include <stdio.h>

int main(void)
{
    int n;
    long long sum = 0, number;
    if (scanf("%d", &n) != 1) return 1;
    if (n == 0) {
        puts("none");
        return 0;
    }
    while (n-- > 0 && scanf("%lld", &number) == 1) sum += number * number;
    printf("%lld\n", sum);
    return 0;
}
