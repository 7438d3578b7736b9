using Mentoring.Matching;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<MatchingDb>("matching", constraints: Sentences.OfConstraints).AddMessaging<MatchingDb>(reactions => reactions
    .Add<RememberMentors>()
    .Add<RememberMentees>()
    .Add<RememberCovers>()
    .Add<WithdrawOffersWhenMentorStopped>()
    .Add<EndMatchesWhenMentorLeft>()
    .Add<EndMatchesWhenMenteeLeft>());
builder.Services.AddValidation();
builder.Services.AddOpenApi(OpenApiDefaults.Configure);
var app = builder.Build();
app.UseServiceDefaults();
app.MapOpenApi().ForAnybody();
app.MapMatching();
return await app.RunServiceAsync(args);
