using Mentoring.Mentors;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<MentorDb>("mentor", constraints: Sentences.OfConstraints).AddMessaging<MentorDb>(reactions => reactions
    .Add<IntroduceMentorsWhoAreOffered>()
    .Add<CloseIntroductionsWhenMatchesAreOver>());
builder.Services.AddHostedService<LapseClearances>();
builder.Services.AddHostedService<TellOfClearancesThatEnd>();
builder.Services.AddHostedService<ForgetCertificates>();
builder.Services.AddHostedService<CloseLetters>();
builder.Services.AddHostedService<TakeImports>();
builder.Services.AddHostedService<ForgetOldImports>();
builder.Services.AddHostedService<ForgetOldEnquiries>();
builder.Services.AddEnquiryLimit(builder.Configuration);
builder.Services.AddValidation();
builder.Services.AddOpenApi(document => OpenApiDefaults.Configure(document));
var app = builder.Build();
app.UseRouting();
app.UseRateLimiter();
app.UseServiceDefaults();
app.MapOpenApi().ForAnybody();
app.MapMentors();
return await app.RunServiceAsync(args);
