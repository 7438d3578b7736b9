using Mentoring.Matching;
using Mentoring.Matching.People;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<MatchingDb>("matching", constraints: Sentences.OfConstraints).AddMessaging<MatchingDb>(reactions => reactions
    .Add<RememberMentors>()
    .Add<RememberMentees>()
    .Add<RememberCovers>()
    .Add<WithdrawOffersWhenMentorStopped>()
    .Add<EndApprovalsMadeAfterMenteeStopped>()
    .Add<HideTheOtherWhileContactIsPaused>()
    .Add<EndMatchesWhenMentorLeft>()
    .Add<EndMatchesWhenMenteeLeft>());
builder.Services.AddSingleton<PeopleInMemory>();
builder.Services.AddHostedService<FillMemory>();
builder.Services.AddSingleton<PlanAsItStands>();
builder.Services.AddSingleton<PlanBell>();
builder.Services.AddHostedService<MakePlans>();
builder.Services.AddSingleton<EffectRuns>();
builder.Services.AddValidation();
// The SDK reads doc comments and examples into the document only where it sees a lambda here.
builder.Services.AddOpenApi(options => OpenApiDefaults.Configure(options));
var app = builder.Build();
app.UseServiceDefaults();
app.MapOpenApi().ForAnybody();
app.MapMatching();
return await app.RunServiceAsync(args);
