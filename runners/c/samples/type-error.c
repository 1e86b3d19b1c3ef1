#include <stdio.h>
struct pair { int one, other; };
int main(void) { struct pair pair; int n = pair; return n; }
