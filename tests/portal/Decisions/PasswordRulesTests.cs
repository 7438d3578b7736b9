using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class PasswordRulesTests
{
    private const string Email = "priya.shah@brightforge.example";

    [Theory]
    [InlineData("harbour lantern nineteen")]
    [InlineData("correct horse battery staple")]
    [InlineData("twelve chars")]
    [InlineData("Zürich, im Frühling")]
    [InlineData("пароль для меня одного")]
    [InlineData("gT5#kk9!wQz2")]
    public void Any_twelve_characters_that_are_not_guessed_first_will_do(string password) => PasswordRules.Refusal(password, Email).ShouldBeNull();

    [Theory]
    [InlineData("elevenchars", "at least 12")]
    [InlineData("", "at least 12")]
    [InlineData("priya.shah-2026!", "e-mail")]
    [InlineData("I work at BrightForge.Example", "e-mail")]
    [InlineData("passwordpassword", "tried first")]
    [InlineData("Password123456!", "tried first")]
    [InlineData("123456789012", "tried first")]
    [InlineData("aaaaaaaaaaaaaaaa", "tried first")]
    [InlineData("abcdefghijklmnop", "tried first")]
    [InlineData("qwertyuiopasdfghjkl", "tried first")]
    [InlineData("letmein letmein 1", "tried first")]
    [InlineData("abababababababab", "tried first")]
    [InlineData("            ", "tried first")]
    public void What_is_guessed_first_is_refused_in_words(string password, string says) => PasswordRules.Refusal(password, Email).ShouldNotBeNull().ShouldContain(says);

    [Fact]
    public void A_password_has_at_most_128_characters()
    {
        PasswordRules.Refusal(string.Concat(Enumerable.Repeat("harbour lantern ", 8)), Email).ShouldBeNull();
        PasswordRules.Refusal(string.Concat(Enumerable.Repeat("harbour lantern ", 8)) + "x", Email).ShouldNotBeNull();
    }

    [Fact]
    public void The_same_password_typed_on_another_keyboard_is_the_same() => PasswordRules.Normal("cafe\u0301 au lait").ShouldBe(PasswordRules.Normal("caf\u00e9 au lait"));
}
