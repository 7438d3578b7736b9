using Mentoring.Shared.Audit;

namespace Mentoring.Matching;

/// <summary>Everything this service can be asked.</summary>
internal static class Endpoints
{
    /// <summary>Maps every use case.</summary>
    public static void MapMatching(this IEndpointRouteBuilder app)
    {
        SuggestMentors.Map(app);
        WhoElse.Map(app);
        BanPair.Map(app);
        PinPair.Map(app);
        OfferMentors.Map(app);
        AskAboutMentor.Map(app);
        AnswerQuestion.Map(app);
        AnswerAsMentee.Map(app);
        AnswerAsMentor.Map(app);
        ApproveMatch.Map(app);
        RejectMatch.Map(app);
        RecordFirstMeeting.Map(app);
        AskToEndMatch.Map(app);
        CloseMatch.Map(app);
        ReadSummary.Map(app);
        ReadMatches.Map(app);
        ReadMyMatches.Map(app);
        SeeProgramme.Map(app);
        TakeMyData.Map(app);
        WhoLooked.Map(app);
        ReadPolicies.Map(app);
        StartPlan.Map(app);
        StopPlan.Map(app);
        ReadPlan.Map(app);
        WriteDraft.Map(app);
        ReadDrafts.Map(app);
        ShowEffect.Map(app);
        ProposeDraft.Map(app);
        VoteOnDraft.Map(app);
        CountVotes.Map(app);
        SteeringMembers.Map(app);
    }
}
