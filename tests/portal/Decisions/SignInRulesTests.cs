using System.Text;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class SignInRulesTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // The last six digits of RFC 6238 appendix B, SHA-1.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);
        TimeCode.At(Key, TimeCode.Step(now)).ShouldBe(code);
        TimeCode.Match(Key, code, now).ShouldBe(TimeCode.Step(now));
    }

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_code_is_taken_one_step_early_or_late(int seconds, bool taken)
    {
        var shown = DateTimeOffset.FromUnixTimeSeconds(30 * 1000);
        (TimeCode.Match(Key, TimeCode.At(Key, 1000), shown.AddSeconds(seconds)) is not null).ShouldBe(taken);
    }

    [Fact]
    public void A_key_is_shown_in_base_32_and_as_an_address_that_apps_read()
    {
        TimeCode.Text(Key).ShouldBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        TimeCode.Text("foobar"u8).ShouldBe("MZXW6YTBOI"); // RFC 4648 section 10, without padding
        TimeCode.Address(Key, "a+b@c.example").ShouldBe("otpauth://totp/Mentoring:a%2Bb%40c.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mentoring&algorithm=SHA1&digits=6&period=30");
    }

    [Theory]
    [InlineData("258014")]
    [InlineData("94 57 31")]
    [InlineData("7305286")]
    [InlineData("804 417")]
    public void Six_digits_that_are_not_guessed_first_will_do(string pin) => PinRules.Refusal(PinRules.Normal(pin)).ShouldBeNull();

    [Theory]
    [InlineData("12345", "6 digits")]
    [InlineData("25801", "6 digits")]
    [InlineData("25801a", "6 digits")]
    [InlineData("٢٥٨٠١٤", "6 digits")]
    [InlineData("", "6 digits")]
    [InlineData("2580142580142", "at most")]
    [InlineData("111111", "guess")]
    [InlineData("123456", "guess")]
    [InlineData("654321", "guess")]
    [InlineData("890123", "guess")]
    [InlineData("121212", "guess")]
    [InlineData("123123", "guess")]
    [InlineData("100001", "guess")]
    [InlineData("147258", "guess")]
    [InlineData("852741", "guess")]
    [InlineData("140308", "date")]
    [InlineData("080314", "date")]
    [InlineData("031408", "date")]
    [InlineData("14032008", "date")]
    [InlineData("200867", "year")]
    [InlineData("672008", "year")]
    [InlineData("199945", "year")]
    public void PINs_that_are_guessed_first_are_refused_in_words(string pin, string says) => PinRules.Refusal(PinRules.Normal(pin)).ShouldNotBeNull().ShouldContain(says);

    [Fact]
    public void A_recovery_code_is_the_same_however_it_is_typed_and_another_salt_makes_another_hash()
    {
        var salt = new byte[16];
        var code = RecoveryCode.New();
        code.ShouldMatch("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$");
        RecoveryCode.Hash(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), salt).ShouldBe(RecoveryCode.Hash(code, salt));
        RecoveryCode.Hash(code, [.. salt.Skip(1), 1]).ShouldNotBe(RecoveryCode.Hash(code, salt));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox on Linux")]
    [InlineData("curl/8.0", "A program")]
    [InlineData("", "A browser or program")]
    [InlineData(null, "A browser or program")]
    public void A_browser_is_named_by_its_kind_alone(string? userAgent, string name) => Browsers.Name(userAgent).ShouldBe(name);
}
