# Facts about what a program died of, as plain data; runners/WIRE.md names the facts.

package Evalharness::Diagnostics;

use strict;
use warnings;
use mro ();
use Scalar::Util ();

my $MESSAGE_LENGTH = 2000;
my $blessed = \&Scalar::Util::blessed;
my $reftype = \&Scalar::Util::reftype;
my $ancestors = \&mro::get_linear_isa;
my $SYNTAX = qr/\bsyntax\serror\sat\s|^Missing\sright\s(?:curly|square)|^Can't\sfind\sstring\sterminator|^Unmatched\s
    |\snot\sterminated\sat\s|^Unrecognized\scharacter|^(?:Number|String|Bareword|Operator|Scalar|Array)\sfound\swhere/mx;

# Returns the facts by name; `line` is where the program died, as far as somebody saw it. No method of an object is
# called.
sub describe {
    my ($error, $stage, $line, $source) = @_;
    my $class = $blessed->($error);
    my $message = message_of($error);
    my %facts = (stage => $stage, message => $message);
    if (defined $class) {
        my @bases = @{ $ancestors->($class) };
        $facts{type} = $class;
        $facts{bases} = \@bases;
    }
    else {
        $facts{type} = ref $error || 'die';
        $facts{bases} = [$facts{type}];
        $line = $1 if $message =~ /\bsolution[.]pl line ([0-9]+)/;
        $facts{stage} = 'parse' if $stage eq 'load' && $message =~ $SYNTAX;
        add_cause(\%facts, $message, $source) if !ref $error;
    }
    $facts{line} = 0 + $line if defined $line;
    return \%facts;
}

# Returns a bounded character string.
sub message_of {
    my ($error) = @_;
    my $text = $error;
    if (ref $error) {
        my $form = $reftype->($error);
        $text = $form eq 'HASH' && !tied %$error ? $error->{message} : $form eq 'SCALAR' ? $$error : '';
        $text = '' if !defined $text || ref $text;
    }
    $text = substr $text, 0, $MESSAGE_LENGTH;
    # Messages of the interpreter are bytes where the source is.
    utf8::decode($text) if $text !~ /[^\x00-\xFF]/;
    $text =~ s/[\x{D800}-\x{DFFF}]|[^\x{0}-\x{10FFFF}]/?/g;
    return $text;
}

# Adds what tells a made-up name, member, module or signature from an ordinary failure.
sub add_cause {
    my ($facts, $message, $source) = @_;
    if ($message =~ m{^Can't locate (\S+)[.]pm in \@INC}) {
        my $module = $1 =~ s{/}{::}gr;
        @$facts{qw(module name is_stdlib_module)} = ($module, $module, !!0);
        push @{ $facts->{bases} }, 'HarnessUnknownModule';
    }
    elsif ($message =~ /^"?&?(\w+)"? is not (?:exported by|defined in) the? ?([\w:]+)/m) {
        member($facts, $1, "module:$2");
    }
    elsif ($message =~ /^(?:Undefined subroutine|Could not find sub) &?([\w:]+?)(?:::(\w+))? called/) {
        my ($package, $name) = defined $2 ? ($1, $2) : ('main', $1);
        return member($facts, $name, "module:$package") if $package ne 'main' && $source !~ /\bpackage\s+\Q$package\E\b/;
        name($facts, $name, scalar $source =~ /\bsub\s+\Q$name\E\b/);
    }
    elsif ($message =~ /^Can't locate object method "(\w+)" via package "([^"]*)"( \(perhaps)?/) {
        my ($name, $package, $is_unknown) = ($1, $2, defined $3);
        return member($facts, $name, "own:$package") if $source =~ /\bpackage\s+\Q$package\E\b/;
        return member($facts, $name, 'builtin:scalar') if $is_unknown && $package !~ /\A[A-Z]\w*(?:::\w+)*\z/;
        return name($facts, $package, !!0) if $is_unknown;
        member($facts, $name, "module:$package");
    }
    elsif ($message =~ /^Can't call method "(\w+)" on (an undefined value|unblessed reference|without)/) {
        member($facts, $1, $2 eq 'an undefined value' ? 'none' : 'builtin:reference');
    }
    elsif ($message =~ /^Global symbol "([\$\@%])(\w+)" requires explicit package name/m) {
        my ($sigil, $name) = ($1, $2);
        name($facts, "$sigil$name", scalar $source =~ /\b(?:my|our|local|state)\b[^;=]*[\$\@%]\Q$name\E\b/);
    }
    elsif ($message =~ /^Bareword "([\w:]+)" not allowed while "strict subs"/m) {
        my $name = $1;
        name($facts, $name, scalar $source =~ /\b(?:sub|use constant)\s+\Q$name\E\b/);
    }
    add_arity($facts, $message);
    return;
}

sub name {
    my ($facts, $name, $is_defined) = @_;
    @$facts{qw(name is_defined)} = ($name, $is_defined ? !!1 : !!0);
    push @{ $facts->{bases} }, 'HarnessUnknownName' if !$is_defined;
    return;
}

sub member {
    my ($facts, $name, $owner) = @_;
    @$facts{qw(name object)} = ($name, $owner);
    push @{ $facts->{bases} }, 'HarnessUnknownMember' if $owner =~ /\A(?:builtin|module):/;
    return;
}

sub add_arity {
    my ($facts, $message) = @_;
    if ($message =~ /^Too (?:few|many) arguments for subroutine '[^']*' \(got/) {
        $facts->{callee} = 'own';
        $facts->{signature_mismatch} = !!1 if $message =~ /driver[.]pl line/;
    }
    elsif ($message =~ /^(?:Not enough|Too many) arguments for (\w+(?:::\w+)*) at/m || $message =~ /^Usage: ([\w:]+)\(/) {
        $facts->{callee} = $1 =~ /^main::/ ? 'own' : 'foreign';
        push @{ $facts->{bases} }, 'HarnessWrongArity' if $facts->{callee} eq 'foreign';
        $facts->{stage} = 'load' if $facts->{stage} eq 'parse';
    }
    return;
}

# Whether the parser was content until the text ended: the sign of a truncated answer.
sub is_cut_off {
    my ($message, $source) = @_;
    return !!1 if $message =~ /^Missing right curly|at EOF\b|anywhere before EOF/m;
    my $end = () = $source =~ /\n(?=[\s\S]*\S)/g;
    return !!0 if $message !~ /not terminated at|string terminator/;
    return $message =~ /line ([0-9]+)/ && $1 >= $end + 1 ? !!1 : !!0;
}

1;
