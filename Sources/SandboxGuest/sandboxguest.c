#include "SandboxGuest.h"
typedef int eh_placeholder_SandboxGuest;
