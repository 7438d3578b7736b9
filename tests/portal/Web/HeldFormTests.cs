using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>What is never given back to a browser.</summary>
public sealed class HeldFormTests
{
    /// <summary>A word inside a longer one is no secret.</summary>
    [Theory]
    [InlineData("Password", true)]
    [InlineData("Pin", true)]
    [InlineData("Input.NewPin", true)]
    [InlineData("Code", true)]
    [InlineData("credential", true)]
    [InlineData("Repeated", true)]
    [InlineData("Helping", false)]
    [InlineData("Postcode", false)]
    [InlineData("OutwardPostcode", false)]
    [InlineData("WhatHappened", false)]
    public void Only_what_lets_somebody_in_is_a_secret(string field, bool secret) => HeldForm.IsSecret(field).ShouldBe(secret);
}
