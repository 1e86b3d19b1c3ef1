#include "CLauncher.h"
typedef int eh_placeholder_CLauncher;
