#include <stdio.h>
#include <time.h>
int main(void) { struct tm now = {0}; return now.tm_century; }
