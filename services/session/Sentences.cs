namespace Mentoring.Sessions;

/// <summary>What the database's constraints mean in words.</summary>
public static class Sentences
{
    /// <summary>Constraint name to sentence.</summary>
    public static IReadOnlyDictionary<string, string> OfConstraints { get; } = new Dictionary<string, string>
    {
        ["ex_sessions_mentor_free"] = "That time is taken. Pick another one.",
        ["ex_sessions_mentee_free"] = "That time is taken. Pick another one.",
        ["ux_places_name"] = "There is a place of that name on the list already. Use that one, or give this one another name.",
        ["ux_reflections_one_a_session"] = "You have already begun to write about this session. Go on with that one.",
        ["ux_goals_place"] = "You can have three goals at a time. Finish one or put one away first, you can always get it back.",
        ["pk_pulses"] = "This was being saved a moment ago already.",
        ["pk_reflections"] = "This was being saved a moment ago already. Look at it again before you go on.",
        ["pk_goal_ratings"] = "You rated this goal a moment ago already. Look at it again before you go on.",
    };
}
