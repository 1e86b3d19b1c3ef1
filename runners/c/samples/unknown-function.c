#include <stdio.h>
int main(void) { printf("%d\n", sum_all(3)); return 0; }
