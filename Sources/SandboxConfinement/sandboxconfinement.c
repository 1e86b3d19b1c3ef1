#include "SandboxConfinement.h"
typedef int eh_placeholder_SandboxConfinement;
