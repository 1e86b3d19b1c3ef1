# The wire format of runners/WIRE.md: typed values, encoded and decoded exactly.
#
# A scalar has no type of its own, so the declared type decides how it crosses: see `scalar`.

package Evalharness::Wire;

use strict;
use warnings;
use Scalar::Util ();

our $MAXIMUM_DEPTH = 200;
our $MAXIMUM_BYTES = 16 << 20;

# Dies with this where results need more bytes than they may have.
our $TOO_LARGE = bless {}, 'Evalharness::TooLarge';

my $blessed = \&Scalar::Util::blessed;
my $reftype = \&Scalar::Util::reftype;
my $is_number = \&Scalar::Util::looks_like_number;
my $is_dual = \&Scalar::Util::isdual;

# Returns a writer of values. `room`: bytes that may be written; `records`: a record's name to its fields.
sub encoder {
    my ($room, $records) = @_;
    return { out => '', room => $room, records => $records // {} };
}

sub add {
    my ($encoder, $piece) = @_;
    $encoder->{room} -= length $piece;
    die $TOO_LARGE if $encoder->{room} < 0;
    $encoder->{out} .= $piece;
    return;
}

sub body {
    my ($encoder, $tag, $bytes) = @_;
    add($encoder, $tag . length($bytes) . ':');
    add($encoder, $bytes);
    return;
}

# Writes a character string as UTF-8; returns false, writing nothing, where it is not Unicode.
sub text {
    my ($encoder, $tag, $text) = @_;
    my $bytes = "$text";
    return 0 if $bytes =~ /[\x{D800}-\x{DFFF}]|[^\x{0}-\x{10FFFF}]/;
    utf8::encode($bytes);
    body($encoder, $tag, $bytes);
    return 1;
}

sub opaque {
    my ($encoder, $name) = @_;
    text($encoder, 'X', substr $name, 0, 60) or text($encoder, 'X', 'object');
    return;
}

# Writes a value. Types are those of a `T` frame; undef means: by what the value is.
sub value {
    my ($encoder, $value, $type, $depth) = @_;
    $type = $type->[1] while ref $type && $type->[0] eq 'optional';
    my $kind = ref $type ? $type->[0] : $type // '';
    return add($encoder, 'N') if $kind eq 'void' || !defined $value;
    return scalar_value($encoder, $value, $kind) if !ref $value;
    return opaque($encoder, 'too deep') if $depth >= $MAXIMUM_DEPTH;

    my $class = $blessed->($value);
    my $form = $reftype->($value);
    if (defined $class) {
        return if $kind eq 'record' && $class eq $type->[1] && record($encoder, $value, $type->[1], $depth);
        return opaque($encoder, $class);
    }
    return opaque($encoder, $form) if $form ne 'ARRAY' && $form ne 'HASH';
    return opaque($encoder, "tied $form") if $form eq 'ARRAY' ? tied @$value : tied %$value;
    return list($encoder, $value, $kind, $type, $depth) if $form eq 'ARRAY';
    return text_set($encoder, $value) if $kind eq 'set' && $type->[1] eq 'string';
    return map_value($encoder, $value, $kind, $type, $depth);
}

# Writes a scalar as its declared type where it can be one: "12" is an int, 1 and "" are booleans, 12 is a string.
sub scalar_value {
    my ($encoder, $value, $kind) = @_;
    if ($kind eq 'bytes') {
        my $bytes = $value;
        return utf8::downgrade($bytes, 1) ? body($encoder, 'B', $bytes) : opaque($encoder, 'wide string');
    }
    if ($kind eq 'string') {
        text($encoder, 'S', $value) or opaque($encoder, 'string');
        return;
    }
    return add($encoder, $value eq '1' ? 'T' : 'F') if $kind eq 'bool' && $value =~ /\A[01]?\z/;
    return add($encoder, float($value)) if $kind eq 'float' && $is_number->($value) && $value !~ /\s/;
    return add($encoder, 'I' . $value . ';') if $kind eq 'int' && $value =~ /\A(?:0|-?[1-9][0-9]*)\z/a;
    return add($encoder, 'I0;') if $kind eq 'int' && $value eq '-0';

    # Not of the declared type, or of none: what it is by itself.
    if (is_numeric($value)) {
        return add($encoder, $value =~ /\A(?:0|-?[1-9][0-9]*)\z/a ? "I$value;" : float($value));
    }
    text($encoder, 'S', $value) or opaque($encoder, 'string');
    return;
}

sub float {
    my ($value) = @_;
    return 'D' . unpack 'H*', pack 'd>', $value;
}

# Whether a scalar was made as a number: bitwise "and" keeps the digits of texts apart from numbers.
sub is_numeric {
    my ($value) = @_;
    no warnings;
    my $copy = $value;
    return $is_number->($copy) && length((my $text = '') & $copy) > 0 ? 1 : 0;
}

sub list {
    my ($encoder, $items, $kind, $type, $depth) = @_;
    my $tag = $kind eq 'tuple' ? 'U' : $kind eq 'set' && $type->[1] ne 'string' ? 'E' : 'L';
    add($encoder, $tag . @$items . ':');
    for my $index (0 .. $#$items) {
        my $inner = $kind eq 'tuple' ? $type->[$index + 1] : $kind eq 'list' || $kind eq 'set' ? $type->[1] : undef;
        value($encoder, $items->[$index], $inner, $depth + 1);
    }
    return;
}

sub text_set {
    my ($encoder, $set) = @_;
    add($encoder, 'E' . keys(%$set) . ':');
    for my $item (keys %$set) {
        text($encoder, 'S', $item) or opaque($encoder, 'string');
    }
    return;
}

sub map_value {
    my ($encoder, $map, $kind, $type, $depth) = @_;
    my ($key_type, $item_type) = $kind eq 'map' ? @$type[1, 2] : ('string', undef);
    add($encoder, 'M' . keys(%$map) . ':');
    for my $key (keys %$map) {
        value($encoder, $key, $key_type, $depth + 1);
        value($encoder, $map->{$key}, $item_type, $depth + 1);
    }
    return;
}

# Writes an object that has exactly the fields of a record; returns false for any other.
sub record {
    my ($encoder, $value, $name, $depth) = @_;
    my $fields = $encoder->{records}{$name};
    return 0 if $reftype->($value) ne 'HASH' || tied %$value || keys(%$value) != @$fields;
    for my $field (@$fields) {
        return 0 if !exists $value->{ $field->[0] };
    }
    text($encoder, 'R', $name);
    add($encoder, @$fields . ':');
    for my $field (@$fields) {
        text($encoder, 'S', $field->[0]);
        value($encoder, $value->{ $field->[0] }, $field->[1], $depth + 1);
    }
    return 1;
}

# Reads the value at `pos` of the bytes that a reference leads to, by its declared type (undef: maps and lists as they
# are). The calls come from the harness, so a fault in them is a fault of ours.
sub decode {
    my ($bytes, $type) = @_;
    $type = $type->[1] while ref $type && $type->[0] eq 'optional';
    $$bytes =~ /\G(.)/gcs or die "a value ends too early\n";
    my $tag = $1;
    return undef if $tag eq 'N';
    return !!1 if $tag eq 'T';
    return !!0 if $tag eq 'F';
    if ($tag eq 'I') {
        $$bytes =~ /\G(-?[0-9]+);/gc or die "an integer ends too early\n";
        return 0 + $1;
    }
    return unpack 'd>', pack 'H*', take($bytes, 16) if $tag eq 'D';
    return take($bytes, count($bytes)) if $tag eq 'B';
    return characters($bytes) if $tag eq 'S';
    return decoded_items($bytes, $tag, $type) if $tag eq 'L' || $tag eq 'U' || $tag eq 'E';
    return decoded_map($bytes, $type) if $tag eq 'M';
    return decoded_record($bytes) if $tag eq 'R';
    die "a value has an unknown tag\n";
}

sub characters {
    my ($bytes) = @_;
    my $text = take($bytes, count($bytes));
    utf8::decode($text);
    return $text;
}

sub decoded_items {
    my ($bytes, $tag, $type) = @_;
    my $count = count($bytes);
    my @items = map { decode($bytes, ref $type ? $type->[$tag eq 'U' ? $_ : 1] : undef) } 1 .. $count;
    return { map { $_ => 1 } @items } if $tag eq 'E' && ref $type && $type->[1] eq 'string';
    return \@items;
}

sub decoded_map {
    my ($bytes, $type) = @_;
    my %map;
    for (1 .. count($bytes)) {
        my $key = decode($bytes);
        $map{$key} = decode($bytes, ref $type ? $type->[2] : undef);
    }
    return \%map;
}

our $record_types = {};

sub decoded_record {
    my ($bytes) = @_;
    my $name = take($bytes, count($bytes));
    my %fields;
    my $count = count($bytes);
    for my $index (0 .. $count - 1) {
        my $field = decode($bytes);
        $fields{$field} = decode($bytes, $record_types->{$name}[$index][1]);
    }
    return bless \%fields, $name;
}

sub count {
    my ($bytes) = @_;
    $$bytes =~ /\G([0-9]+):/gc or die "a value has no length\n";
    return $1;
}

sub take {
    my ($bytes, $length) = @_;
    my $at = pos $$bytes;
    pos($$bytes) = $at + $length;
    return substr $$bytes, $at, $length;
}

# Splits a file of frames into pairs of a kind and a payload, up to the `Z`.
sub frames {
    my ($bytes) = @_;
    my @frames;
    pos($bytes) = 0;
    while ($bytes =~ /\G([A-Z])([0-9]+):/gc) {
        my ($kind, $length) = ($1, $2);
        last if $kind eq 'Z';
        push @frames, [$kind, take(\$bytes, $length)];
    }
    return @frames;
}

1;
