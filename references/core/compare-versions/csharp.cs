using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.RegularExpressions;

static class Solution
{
    private const string Number = "(0|[1-9][0-9]*)";
    private const string Identifier = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    private static readonly Regex Version = new Regex(
        "^" + Number + "[.]" + Number + "[.]" + Number + "(?:-(" + Identifier + "(?:[.]" + Identifier + @")*))?\z",
        RegexOptions.CultureInvariant);

    /// <summary>Returns -1, 0 or 1 as the left version is older, equal or newer.</summary>
    public static long CompareVersions(string left, string right)
    {
        Match leftParts = Parts(left);
        Match rightParts = Parts(right);
        for (int part = 1; part <= 3; part++)
        {
            int order = Value(leftParts.Groups[part].Value).CompareTo(Value(rightParts.Groups[part].Value));
            if (order != 0) return Math.Sign(order);
        }
        Group leftRelease = leftParts.Groups[4];
        Group rightRelease = rightParts.Groups[4];
        if (!leftRelease.Success || !rightRelease.Success)
        {
            return rightRelease.Success.CompareTo(leftRelease.Success);
        }
        string[] leftNames = leftRelease.Value.Split('.');
        string[] rightNames = rightRelease.Value.Split('.');
        for (int index = 0; index < Math.Min(leftNames.Length, rightNames.Length); index++)
        {
            int order = CompareIdentifiers(leftNames[index], rightNames[index]);
            if (order != 0) return Math.Sign(order);
        }
        return leftNames.Length.CompareTo(rightNames.Length);
    }

    private static Match Parts(string version)
    {
        Match match = Version.Match(version);
        if (!match.Success) throw new ArgumentException("not a version: " + version);
        return match;
    }

    private static BigInteger Value(string digits)
    {
        return BigInteger.Parse(digits, CultureInfo.InvariantCulture);
    }

    private static int CompareIdentifiers(string left, string right)
    {
        bool isLeftNumeric = left.All(symbol => symbol >= '0' && symbol <= '9');
        bool isRightNumeric = right.All(symbol => symbol >= '0' && symbol <= '9');
        if (isLeftNumeric && isRightNumeric) return Value(left).CompareTo(Value(right));
        return isLeftNumeric == isRightNumeric ? string.CompareOrdinal(left, right) : isLeftNumeric ? -1 : 1;
    }
}
