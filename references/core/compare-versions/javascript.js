class InvalidArgumentError extends Error {}

const NUMBER = "(0|[1-9][0-9]*)";
const IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
const VERSION = new RegExp(`^${NUMBER}[.]${NUMBER}[.]${NUMBER}(?:-(${IDENTIFIER}(?:[.]${IDENTIFIER})*))?$`);

/** Returns -1, 0 or 1 as the left version is older, equal or newer. */
function compareVersions(left, right) {
  const [leftNumbers, leftRelease] = parse(left);
  const [rightNumbers, rightRelease] = parse(right);
  for (let index = 0; index < leftNumbers.length; index++) {
    const order = compare(leftNumbers[index], rightNumbers[index]);
    if (order !== 0) return order;
  }
  if (leftRelease.length === 0 || rightRelease.length === 0) return compare(rightRelease.length, leftRelease.length);
  for (let index = 0; index < Math.min(leftRelease.length, rightRelease.length); index++) {
    const order = compareIdentifiers(leftRelease[index], rightRelease[index]);
    if (order !== 0) return order;
  }
  return compare(leftRelease.length, rightRelease.length);
}

/** Returns the three numbers and the identifiers of the pre-release. */
function parse(version) {
  const match = VERSION.exec(version);
  if (match === null) throw new InvalidArgumentError("not a version: " + version);
  const numbers = [BigInt(match[1]), BigInt(match[2]), BigInt(match[3])];
  return [numbers, match[4] === undefined ? [] : match[4].split(".")];
}

function compareIdentifiers(left, right) {
  const isLeftNumeric = /^[0-9]+$/.test(left);
  const isRightNumeric = /^[0-9]+$/.test(right);
  if (isLeftNumeric && isRightNumeric) return compare(BigInt(left), BigInt(right));
  if (isLeftNumeric !== isRightNumeric) return isLeftNumeric ? -1 : 1;
  return compare(left, right);
}

function compare(left, right) {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
