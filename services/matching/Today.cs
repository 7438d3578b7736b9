using NodaTime;

namespace Mentoring.Matching;

/// <summary>The programme's local date. Clearances, readiness and covers begin and end with it.</summary>
internal static class Today
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The date in Europe/London now.</summary>
    public static DateOnly InLondon(this TimeProvider clock) => InLondon(clock.GetUtcNow());

    /// <summary>The date in Europe/London at an instant.</summary>
    public static DateOnly InLondon(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(London).Date.ToDateOnly();
}
