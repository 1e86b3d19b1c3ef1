using System;
using System.Numerics;

static class Solution
{
    /// <summary>Divides exactly and rounds the quotient in the way the mode names.</summary>
    public static long DivideRounded(long dividend, long divisor, string mode)
    {
        if (Array.IndexOf(new[] { "floor", "ceiling", "truncate", "half_away", "half_even" }, mode) < 0)
        {
            throw new ArgumentException("unknown rounding mode: " + mode);
        }
        if (divisor == 0) throw new DivideByZeroException();
        BigInteger remainder;
        BigInteger quotient = BigInteger.DivRem(dividend, divisor, out remainder);
        // The quotient is rounded towards zero; away is the other neighbour.
        BigInteger away = quotient + remainder.Sign * Math.Sign(divisor);
        int half = (BigInteger.Abs(remainder) * 2).CompareTo(BigInteger.Abs(divisor));
        bool goesAway;
        switch (mode)
        {
            case "floor":
                goesAway = away < quotient;
                break;
            case "ceiling":
                goesAway = away > quotient;
                break;
            case "truncate":
                goesAway = false;
                break;
            case "half_away":
                goesAway = half >= 0;
                break;
            default:
                goesAway = half > 0 || half == 0 && !quotient.IsEven;
                break;
        }
        // The conversion throws where the result does not fit.
        return (long)(goesAway ? away : quotient);
    }
}
