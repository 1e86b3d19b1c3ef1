#!/bin/sh
# Makes what every compilation shares: the precompiled header, which is most of the work, and the driver's own code.
# prebuild.sh <folder with the sources> <folder to write to>
set -eu
options="-std=gnu++20 -O1 -pipe"
g++ $options -Wall -Wextra -x c++-header "$1/driver.hpp" -o "$2/driver.hpp.gch"
g++ $options -Wall -Wextra -c "$1/driver.cpp" -o "$2/driver.o"
