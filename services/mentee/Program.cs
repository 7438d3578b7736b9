using Mentoring.Mentees;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<MenteeDb>("mentee", Sentences.OfConstraints).AddMessaging<MenteeDb>(reactions => reactions
    .Add<OpenIntroductionWhenMatchApproved>()
    .Add<CloseIntroductionWhenMatchEnded>()
    .Add<HideIntroductionWhileContactIsPaused>());
builder.Services.AddValidation();
builder.Services.AddOpenApi(document => OpenApiDefaults.Configure(document));
builder.Services.AddReferralLimit(builder.Configuration);
builder.Services.AddHostedService<LapseReadiness>();

var app = builder.Build();
app.UseRouting();
app.UseRateLimiter();
app.UseServiceDefaults();
app.MapOpenApi().ForAnybody();
app.MapMentees();
return await app.RunServiceAsync(args);
