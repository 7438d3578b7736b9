using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Mentoring.Portal;

/// <summary>Sets up the pages.</summary>
public static class WebPages
{
    /// <summary>Adds Razor Pages and what they need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.Conventions.Add(new Area.Convention()))
            .AddMvcOptions(mvc =>
            {
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                mvc.MaxModelValidationErrors = 60;
                Speak(mvc.ModelBindingMessageProvider);
            });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-form";
            // Secure all the same: the cookie policy below adds it. Said here, it would refuse to work behind a proxy that speaks TLS for us.
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
            options.Cookie.Path = "/";
            // The pages say it themselves, for all of them.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = MentoringPage.NoticeCookie;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.Path = "/";
        });
        // Letters of all languages as they are; only what means something to HTML is written as entities.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // Pages hold no secret that stays the same: the form token is masked anew in every answer, so their length tells nothing
        // (BREACH, 2013; see docs/decisions).
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);

        services.AddScoped<Nonce>();
        services.AddScoped<Ask>();
        services.AddSingleton<CallersTokens>();
        services.AddSingleton<StrangersLimit>();
        services.AddScoped<Pages.Safeguarding.Reasons>();
        return services;
    }

    /// <summary>Whether a request is for the API or for machines and not for a page.</summary>
    public static bool IsApi(HttpContext context) => Authentication.IsForPrograms(context.Request.Path);

    /// <summary>Puts what pages need around everything else; first in the pipeline.</summary>
    public static void UsePages(this WebApplication app) => app.UseWhen(context => !IsApi(context), pages =>
    {
        pages.UseMiddleware<SecurityHeaders>();
        pages.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always, MinimumSameSitePolicy = SameSiteMode.Lax });
        pages.UseResponseCompression();
        pages.UseExceptionHandler("/problem/500");
        pages.UseStatusCodePagesWithReExecute("/problem/{0}");
    });

    /// <summary>Maps pages and assets.</summary>
    public static void MapPages(this WebApplication app)
    {
        Assets.Map(app);
        app.MapRazorPages();
    }

    private static void Speak(DefaultModelBindingMessageProvider says)
    {
        says.SetValueMustBeANumberAccessor(_ => "Enter a number.");
        says.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number.");
        says.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{Short(value)}” is not something we can read here. Check it.");
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{Short(value)}” is not something we can read here. Check it.");
        says.SetUnknownValueIsInvalidAccessor(_ => "Check this.");
        says.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Check this.");
        says.SetValueIsInvalidAccessor(value => $"“{Short(value)}” is not something we can read here. Check it.");
        says.SetValueMustNotBeNullAccessor(_ => "Fill this in.");
        says.SetMissingBindRequiredValueAccessor(_ => "Fill this in.");
        says.SetMissingKeyOrValueAccessor(() => "Fill this in.");
        says.SetMissingRequestBodyRequiredValueAccessor(() => "Nothing was sent. Try again.");
    }

    private static string Short(string value) => value.Length > 40 ? new StringBuilder(value, 0, 40, 41).Append('…').ToString() : value;
}
