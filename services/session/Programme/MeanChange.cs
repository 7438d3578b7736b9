namespace Mentoring.Sessions;

/// <summary>
/// A mean with how sure it is: the interval that would hold the true mean in 95 of 100 programmes like this one, by Student's t, as for any small sample
/// whose spread is not known (Student 1908, The probable error of a mean). It says how far chance alone could move the mean, not what caused it.
/// </summary>
public sealed record MeanChange
{
    /// <summary>The mean.</summary>
    /// <example>2.1</example>
    public required double Mean { get; init; }

    /// <summary>The lower end of the interval; null of fewer than two.</summary>
    /// <example>1.4</example>
    public required double? Low { get; init; }

    /// <summary>The upper end of the interval; null of fewer than two.</summary>
    /// <example>2.8</example>
    public required double? High { get; init; }

    /// <summary>Reads it from what a database adds up.</summary>
    /// <param name="count">How many, at least one.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="deviation">Their standard deviation, of a sample; null of one.</param>
    public static MeanChange Of(int count, double mean, double? deviation)
    {
        if (count < 2 || deviation is not { } spread) return new() { Mean = mean, Low = null, High = null };
        var half = T(count - 1) * spread / Math.Sqrt(count);
        return new() { Mean = mean, Low = mean - half, High = mean + half };
    }

    /// <summary>
    /// How many standard errors to either side hold 95 of 100: the 97.5 % point of Student's t. Exact for one and two degrees of freedom, from there the
    /// normal distribution's point with Fisher and Cornish's first four terms (1960), right to 0.01 from three on and to 0.0001 from ten on.
    /// </summary>
    /// <param name="freedom">Degrees of freedom, at least one.</param>
    public static double T(int freedom)
    {
        const double Normal = 1.959963984540054;
        const double P = 0.975;
        if (freedom == 1) return Math.Tan(Math.PI * (P - 0.5));
        if (freedom == 2) return (2 * P - 1) * Math.Sqrt(2 / (4 * P * (1 - P)));
        double n = freedom;
        double z = Normal, z2 = z * z;
        var first = z * (z2 + 1) / 4;
        var second = z * (((5 * z2) + 16) * z2 + 3) / 96;
        var third = z * ((((3 * z2) + 19) * z2 + 17) * z2 - 15) / 384;
        var fourth = z * (((((79 * z2) + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
        return z + (first / n) + (second / (n * n)) + (third / (n * n * n)) + (fourth / (n * n * n * n));
    }
}
