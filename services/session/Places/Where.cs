using System.Security.Cryptography;

namespace Mentoring.Sessions;

/// <summary>How and where the two meet: in person at a place of the list, by video in a room of their own, or by phone.</summary>
/// <param name="How">How.</param>
/// <param name="Place">The place; null unless in person.</param>
/// <param name="Link">The address of the room; null unless by video.</param>
public sealed record Where(MeetingWay How, PlaceId? Place, string? Link)
{
    /// <summary>A way and place for which <see cref="WhyNot"/> has no objection, with a room of its own where one is needed.</summary>
    public static Where At(MeetingWay how, Place? place, VideoRooms video) => new(how, place?.Id, how == MeetingWay.Video ? video.New() : null);

    /// <summary>What is wrong with how and where somebody wants to meet, as a sentence; null when nothing is.</summary>
    /// <param name="how">How.</param>
    /// <param name="asked">The place asked for; null for none.</param>
    /// <param name="place">That place, as it is on the list; null when it is not there.</param>
    /// <param name="video">The programme's rooms.</param>
    public static string? WhyNot(MeetingWay how, PlaceId? asked, Place? place, VideoRooms video) => how switch
    {
        MeetingWay.InPerson when asked is null => "Choose where you meet: in person is always at a safe place of the programme.",
        MeetingWay.InPerson when place is null => "That place is not on the programme's list. Choose one that is.",
        MeetingWay.InPerson when place.ClosedAt is not null => "That place is not used any more. Choose another one.",
        MeetingWay.InPerson => null,
        _ when asked is not null => "A place is for meeting in person. Leave it out, or meet in person.",
        MeetingWay.Video when !video.Exist => "The programme has no video rooms. Meet in person or by phone.",
        _ => null,
    };
}

/// <summary>
/// The programme's video rooms: setting <c>Video:Address</c>, an address with <c>{room}</c> in it. Each session has a room with a name
/// that nobody can guess. Without the setting no meeting is by video.
/// </summary>
/// <param name="settings">The settings.</param>
public sealed class VideoRooms(IConfiguration settings)
{
    private const string Room = "{room}";

    /// <summary>Whether there are any.</summary>
    public bool Exist => Template is not null;

    private string? Template =>
        settings["Video:Address"] is { Length: > 0 and <= 200 } address
        && address.Contains(Room, StringComparison.Ordinal)
        && Uri.TryCreate(address.Replace(Room, "room", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
            ? address
            : null;

    /// <summary>The address of a new room.</summary>
    public string New() => (Template ?? throw new InvalidOperationException("There are no video rooms."))
        .Replace(Room, $"mentoring-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}", StringComparison.Ordinal);
}
