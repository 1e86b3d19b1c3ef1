#include <squares/sum.h>
int main(void) { return 0; }
