using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class BadInputTests(BadInputTests.Own service) : IClassFixture<BadInputTests.Own>
{
    public sealed class Own : SessionFixture;

    [Fact]
    public async Task Nothing_odd_is_booked()
    {
        var world = await World.Of(service);
        await BadInput.ToPost(service, world.SessionsAddress, World.Request(world.Day(3))).As(Persona.AMentee(world.Mentee)).Accepts("placeId", Spoil.Optional)

            // Without a place it is a good one, so that the time is taken before the end.
            .AtEnd(System.Net.HttpStatusCode.Conflict).Check();
    }

    [Fact]
    public async Task Nothing_odd_moves_a_session()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(3));
        await BadInput.ToPost(service, $"/sessions/{session.Id}/move", new { startsAt = world.Day(4), minutes = 45, how = "phone" })
            .As(Persona.AMentor(world.Mentor)).Accepts("minutes", Spoil.Optional).Accepts("how", Spoil.Optional).Check();
    }

    [Fact]
    public async Task Nothing_odd_is_asked_for_or_answered()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(3));
        await BadInput.ToPost(service, $"/sessions/{session.Id}/proposal", new { startsAt = world.Day(4), minutes = 45 }).As(Persona.AMentor(world.Mentor)).Accepts("minutes", Spoil.Optional).Check();
        await BadInput.ToPost(service, $"/sessions/{session.Id}/proposal/answer", new { startsAt = world.Day(4), accept = true }).As(Persona.AMentee(world.Mentee)).Check();
    }

    [Fact]
    public async Task Nothing_odd_becomes_a_place()
    {
        var place = await World.APlace(service);
        await BadInput.ToPut(service, $"/places/{place}", new { name = "Central Library", howToFind = "Bishop Street.", outwardPostcode = "LE1" }).As(Persona.Administrator())
            .Accepts("name", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("howToFind", Spoil.Text | Spoil.Date | Spoil.Id).Check();
        await BadInput.ToPost(service, $"/places/{place}/closing", new { closed = true }).As(Persona.Administrator()).Check();
    }

    [Fact]
    public async Task Nothing_odd_calls_a_session_off()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(3));
        await BadInput.ToPost(service, $"/sessions/{session.Id}/cancel", new { why = "I have a cold." })
            .As(Persona.AMentee(world.Mentee)).Accepts("why", Spoil.FreeText | Spoil.Optional)

            // Nobody has to say why, so that a body without members is a good one; the other odd bodies are below.
            .Accepts(string.Empty, Spoil.Kind).Check();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"wy\":\"I have a cold.\"}")]
    [InlineData("{\"why\":\"I have a cold.\"")]
    [InlineData("{\"why\":\"I\",\"why\":\"you\"}")]
    public async Task A_body_that_says_nothing_readable_calls_nothing_off(string body)
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(3));
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await world.AsMentee.Post($"/sessions/{session.Id}/cancel", content).ShouldBeProblem(System.Net.HttpStatusCode.BadRequest);
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{session.Id}")).State.ShouldBe(SessionState.Booked);
    }

    [Fact]
    public async Task Nothing_odd_is_written_down_as_attendance()
    {
        var world = await World.Of(service);
        var id = await world.Begun();
        await BadInput.ToPost(service, $"/sessions/{id}/attendance", new { outcome = "held" }).As(Persona.AMentor(world.Mentor)).Check();
    }

    [Fact]
    public async Task Nothing_odd_is_chosen()
    {
        await BadInput.ToPut(service, "/sessions/me/reminders", new { remind = "day-before" }).As(Persona.AMentee(MenteeId.New())).Check();
        await BadInput.ToPut(service, "/sessions/me/calendar", new { token = "q7Vb0Xn3mJ5tLw8sYz2cK4dR6fH9gP1aE0uTiOvBxNM" }).As(Persona.AMentor(MentorId.New())).Check();
    }

    [Fact]
    public async Task Nothing_odd_is_written_as_a_reflection()
    {
        var world = await World.Of(service);
        var about = await world.Begun();
        var today = London.DateAt(service.Clock.GetUtcNow());
        var draft = await World.Write(world.AsMentee, world.Thoughts(about, finished: false));
        await BadInput.ToPut(service, $"/reflections/{draft.Id}", world.Thoughts(about, nextStep: new { text = "Ring them.", on = today.AddDays(3) }))
            .As(Persona.AMentee(world.Mentee))
            .Accepts("what", Spoil.FreeText).Accepts("soWhat", Spoil.FreeText).Accepts("nowWhat", Spoil.FreeText)
            .Accepts("nextStep", Spoil.Optional).Accepts("nextStep.text", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("nextStep.on", Spoil.Optional)
            .Check();
    }

    [Fact]
    public async Task Nothing_odd_shares_or_ticks()
    {
        var world = await World.Of(service);
        var written = await World.Write(world.AsMentor, world.Thoughts(nextStep: new { text = "Ring them." }));
        await BadInput.ToPost(service, $"/reflections/{written.Id}/sharing", new { shared = true }).As(Persona.AMentor(world.Mentor)).Check();
        await BadInput.ToPost(service, $"/reflections/{written.Id}/next-step", new { done = true }).As(Persona.AMentor(world.Mentor)).Check();
    }

    [Fact]
    public async Task Nothing_odd_becomes_a_goal()
    {
        await BadInput.ToPost(service, "/goals", new { score = 4, area = "work", words = "Find work." }).As(Persona.AMentee(MenteeId.New()))
            .Accepts("words", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("score", Spoil.Optional | Spoil.Number)

            // Odd words are words all the same, so that there are three goals before the end.
            .AtEnd(System.Net.HttpStatusCode.Conflict).Check();
    }

    [Fact]
    public async Task Nothing_odd_changes_rates_or_closes_a_goal()
    {
        var world = await World.Of(service);
        var goal = await world.AsMentee.Post("/goals", new { area = "work", words = "Find work." }).ShouldBe<MenteesGoal>(System.Net.HttpStatusCode.Created);
        await BadInput.ToPut(service, $"/goals/{goal.Id}", new { area = "money", words = "Save up." }).As(Persona.AMentee(world.Mentee)).Accepts("words", Spoil.Text | Spoil.Date | Spoil.Id).Check();
        await BadInput.ToPost(service, $"/goals/{goal.Id}/ratings", new { score = 7 }).As(Persona.AMentee(world.Mentee)).Accepts("score", Spoil.Number).Check();
        await BadInput.ToPost(service, $"/goals/{goal.Id}/closing", new { reached = true }).As(Persona.AMentee(world.Mentee)).Check();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("11")]
    [InlineData("0.5")]
    [InlineData("1e1")]
    [InlineData("2147483648")]
    [InlineData("NaN")]
    public async Task A_rating_is_a_whole_number_from_0_to_10(string score)
    {
        var world = await World.Of(service);
        var goal = await world.AsMentee.Post("/goals", new { area = "work", words = "Find work.", score = 0 }).ShouldBe<MenteesGoal>(System.Net.HttpStatusCode.Created);
        goal.Ratings.ShouldHaveSingleItem().Score.ShouldBe(0);
        using var rating = new StringContent($"{{\"score\":{score}}}", System.Text.Encoding.UTF8, "application/json");
        await world.AsMentee.Post($"/goals/{goal.Id}/ratings", rating).ShouldBeProblem(System.Net.HttpStatusCode.BadRequest);
        using var another = new StringContent($"{{\"score\":{score},\"area\":\"work\",\"words\":\"Find work.\"}}", System.Text.Encoding.UTF8, "application/json");
        await world.AsMentee.Post("/goals", another).ShouldBeProblem(System.Net.HttpStatusCode.BadRequest);
        (await world.AsMentee.Get<Page<MenteesGoal>>("/goals/me")).Items.ShouldHaveSingleItem().Ratings.ShouldHaveSingleItem().Score.ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_odd_is_written_down_as_a_check_in()
    {
        var world = await World.Of(service);
        await BadInput.ToPost(service, $"/matches/{world.Match}/check-ins", World.Spoken("mentee", London.DateAt(service.Clock.GetUtcNow()))).As(Persona.Caseworker(world.Caseworker))
            .Accepts("whatWouldHelp", Spoil.FreeText).Accepts("note", Spoil.FreeText).Check();
    }

    [Fact]
    public async Task Nothing_odd_is_said_after_a_session()
    {
        var world = await World.Of(service);
        var id = await world.Begun();
        await BadInput.ToPost(service, $"/sessions/{id}/pulse", new { how = "good", safe = "safe", change = "A quieter place." }).As(Persona.AMentor(world.Mentor)).Accepts("change", Spoil.FreeText).AtEnd(System.Net.HttpStatusCode.Conflict).Check();
    }

    [Fact]
    public async Task Nothing_odd_is_written_down_as_a_review()
    {
        var world = await World.Of(service, began: service.Clock.GetUtcNow().AddDays(-43));
        var today = London.DateAt(service.Clock.GetUtcNow());
        await BadInput.ToPost(service, $"/matches/{world.Match}/reviews", new { milestone = "six-weeks", heldOn = today, menteeWords = "Fine.", mentorWords = "Fine.", goalsLookedAt = true, outcome = "go-on", changes = "Nothing." })
            .As(Persona.Caseworker(world.Caseworker)).Accepts("menteeWords", Spoil.FreeText).Accepts("mentorWords", Spoil.FreeText).Accepts("changes", Spoil.FreeText).AtEnd(System.Net.HttpStatusCode.Conflict).Check();
    }
}
