using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The order in which goals are listed: the open ones first, the newest first among each.</summary>
internal static class GoalLists
{
    /// <summary>One page of somebody's goals; null when there is no goal of theirs with the cursor's id.</summary>
    public static async Task<Page<T>?> GoalsOf<T>(this SessionDb db, MenteeId mentee, PageQuery page, Func<Goal, T> answer, Func<T, GoalId> id, CancellationToken cancel)
    {
        var goals = db.Goals.AsNoTracking().Where(g => g.MenteeId == mentee);
        if (page.After is { } last)
        {
            var cursor = new GoalId(last);
            var state = await goals.Where(g => g.Id == cursor).Select(g => (GoalState?)g.State).SingleOrDefaultAsync(cancel);
            if (state is null) return null;
            var isOpen = state == GoalState.Open;
            goals = goals.Where(g =>
                ((g.State == GoalState.Open) == isOpen && EF.Functions.LessThan(ValueTuple.Create(g.MenteeId, g.Id), ValueTuple.Create(mentee, cursor)))
                || (isOpen && g.State != GoalState.Open));
        }

        var rows = await goals.OrderBy(g => g.State == GoalState.Open ? 0 : 1).ThenByDescending(g => g.Id).Take(page.Limit).ToArrayAsync(cancel);
        return page.Cut([.. rows.Select(answer)], item => id(item).Value);
    }
}
