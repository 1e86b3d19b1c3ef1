#include <stdio.h>
#include <stdlib.h>

int main()
{
    int n;
    double sum = 0, number;
    scanf("%d", &n);
    if (!n) { printf("  none"); exit(0); }
    while (n--) { scanf("%lf", &number); sum += number * number; }
    printf("%.2f \n\n", sum);
    exit(0);
}
