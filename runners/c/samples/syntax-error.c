#include <stdio.h>
int main(void) { int n = ; return 0; }
