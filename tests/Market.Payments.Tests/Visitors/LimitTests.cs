using System.Net;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Visitors;

/// <summary>What costs others is held to what a person, and a crowd at one address, would do.</summary>
public sealed class LimitTests(LimitTests.LimitedSite limited) : IClassFixture<LimitTests.LimitedSite>
{
    private const string Sentence = "This was sent too often in a short time, and nothing was done. Please wait a few minutes and try again.";

    private SiteProcess Site => limited.Site;

    [Fact]
    public async Task A_flood_of_reset_mails_stops_for_the_victim_first_and_then_for_the_address()
    {
        using var stranger = Site.NewClient();
        var form = (await stranger.GetAsync("/ForgotPassword")).Form("form:has([name$='UsernameOrEmail'])");
        var name = form.Fields.Single(field => field.Key.EndsWith("UsernameOrEmail", StringComparison.Ordinal)).Key;

        Assert.Equal([Accepted, Accepted, Refused], await ManyAsync(3, _ => stranger.SendAsync(form.With(name, "member"))));
        await RefusedAsync(await stranger.SendAsync(form.With(name, " MEMBER ")));

        // What was refused counts for the address as well.
        var others = await ManyAsync(9, number => stranger.SendAsync(form.With(name, $"somebody{number}")));
        Assert.Equal((Accepted, Refused), (others[0], others[^1]));

        // Another address would get through: it is this one that is held, and only for mails.
        using var member = await Site.SignInAsync("member");
        Assert.True((await member.GetAsync("/my-account")).IsSuccess);
    }

    [Fact]
    public async Task Registrations_stop_for_the_address_and_not_for_who_is_there()
    {
        using var member = await Site.SignInAsync("member");
        using var stranger = Site.NewClient();
        var form = (await stranger.GetAsync("/Register")).Form("form:has([name='RegisterUserForm.ConfirmPassword'])");

        // Each is wrong: what is refused costs as much.
        Assert.Equal([Answered, Answered, Answered, Answered, Refused], await ManyAsync(5, _ => stranger.SendAsync(form.With("RegisterUserForm.UserName", "x"))));

        Assert.True((await stranger.GetAsync("/Register")).IsSuccess);
        Assert.True((await member.GetAsync("/order")).IsSuccess);
    }

    [Fact]
    public async Task Announcements_stop_for_the_member_who_floods_and_not_for_a_neighbour()
    {
        using var flooding = await Site.SignInAsync("member");
        using var neighbour = await Site.SignInAsync("coordinator");

        var bare = (await flooding.GetAsync("/my-account")).FormTo("/my-account/transfers");
        Assert.Equal([Accepted, Accepted, Accepted, Refused], await ManyAsync(4, _ => flooding.SendAsync(bare.With("key", Guid.NewGuid().ToString("n")).With("amount", "0.01"))));

        // Who has no account is answered as ever, from the same address.
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.SendAsync(await neighbour.BareFormAsync("/my-account/transfers", "/Admin/payments/bank"))).Status);
    }

    [Fact]
    public async Task Tokens_are_not_tried_out_by_the_thousand()
    {
        using var stranger = Site.NewClient();

        var answers = await ManyAsync(7, number => stranger.AskAsync($"/pay/guess{number}"));

        Assert.Equal([Missing, Missing, Missing, Missing, Missing, Missing, Refused], answers);
        await RefusedAsync(await stranger.AskAsync("/pay/guess"));
    }

    [Fact]
    public async Task Whoever_pretends_to_be_the_cards_provider_is_heard_a_while_only()
    {
        using var stranger = Site.NewClient();

        Assert.Equal([Unset, Unset, Refused], await ManyAsync(3, _ => stranger.PostJsonAsync("/stripe/webhook", "{}")));
    }

    private const string Accepted = "302";
    private const string Answered = "200";
    private const string Missing = "404";
    private const string Refused = "429";
    private const string Unset = "503";

    private static async Task<IReadOnlyList<string>> ManyAsync(int count, Func<int, Task<SitePage>> ask)
    {
        var answers = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var answer = await ask(number);
            answers.Add(((int)answer.Status).ToString());
            if (answer.Status is HttpStatusCode.TooManyRequests)
            {
                await RefusedAsync(answer);
            }
        }

        return answers;
    }

    private static Task RefusedAsync(SitePage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Contains(Sentence, answer.Text, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    public sealed class LimitedSite : IAsyncLifetime
    {
        private SiteProcess? _site;

        public SiteProcess Site => _site!;

        // The windows are long, so that none ends within a test; sign-in is left to what many do.
        public async ValueTask InitializeAsync() => _site = await SiteProcess.StartAsync(new SiteOptions
        {
            Variables = new Dictionary<string, string?>
            {
                ["OrchardCore__Market_Limits__Registration__Address"] = "4",
                ["OrchardCore__Market_Limits__Registration__Window"] = "01:00:00",
                ["OrchardCore__Market_Limits__PasswordMails__Person"] = "2",
                ["OrchardCore__Market_Limits__PasswordMails__Address"] = "9",
                ["OrchardCore__Market_Limits__PasswordMails__Window"] = "01:00:00",
                ["OrchardCore__Market_Limits__Announcements__Person"] = "3",
                ["OrchardCore__Market_Limits__Announcements__Window"] = "01:00:00",
                ["OrchardCore__Market_Limits__Webhooks__Address"] = "2",
                ["OrchardCore__Market_Limits__Webhooks__Window"] = "01:00:00",
                ["OrchardCore__Market_Limits__Links__Address"] = "6",
                ["OrchardCore__Market_Limits__Links__Window"] = "01:00:00",
            },
        });

        public async ValueTask DisposeAsync()
        {
            var faults = Site.Faults;
            await Site.DisposeAsync();
            Assert.Empty(faults);
        }
    }
}
