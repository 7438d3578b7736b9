namespace Mentoring.Matching.Engine;

/// <summary>
/// One entry of a row in eight bytes: a score and who it is with. Sorting the numbers puts the best score first, and among equal
/// scores the lowest number, so that the order of a row is always the same.
/// </summary>
internal static class Choice
{
    public static ulong Of(int score, int other) => ((ulong)(uint)(int.MaxValue - score) << 32) | (uint)other;

    public static int Score(ulong choice) => int.MaxValue - (int)(uint)(choice >> 32);

    public static int Other(ulong choice) => (int)(uint)choice;
}
