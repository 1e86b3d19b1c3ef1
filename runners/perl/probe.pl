# Describes this Perl to the harness: one fact a line, as runners/README.md lists them.

use strict;
use warnings;
use Config;
use Cwd qw(realpath);
use File::Basename qw(dirname);
# What pulls in shared objects of its own, or shows that the library is there as a whole.
use List::Util ();
use Math::BigInt ();
use POSIX ();
use Storable ();
use Time::HiRes ();

my $program = realpath($^X);
my @paths = ($program, grep { defined && -d $_ } map { $_, realpath($_) } grep { !ref $_ } @INC);
open my $maps, '<', '/proc/self/maps' or die "/proc/self/maps: $!";
while (my $line = <$maps>) {
    push @paths, dirname(realpath($1)) if $line =~ m{(/\S+[.]so\S*)\s*$};
}
# The loader has to be there under the name that the kernel looks for.
push @paths, glob '/lib*/ld-linux*.so*';

printf "version %vd\n", $^V;
printf "build perl %vd %s %s-bit integers\n", $^V, $Config{archname}, 8 * $Config{ivsize};
print "executable $program\n";
my %seen;
print map { "path $_\n" } grep { $_ ne '.' && !$seen{$_}++ } @paths;
