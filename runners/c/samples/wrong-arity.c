#include <string.h>
int main(void) { return (int)strlen("a", 2); }
