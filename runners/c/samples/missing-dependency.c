#include <uthash.h>
int main(void) { return 0; }
