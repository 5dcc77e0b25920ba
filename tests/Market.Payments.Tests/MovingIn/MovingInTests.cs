using System.Text;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.MovingIn;

/// <summary>A market moves in: columns, people who are known, two at once, taking back, and the mails.</summary>
public abstract class MovingInTests(SiteFixture fixture) : MovingScenario(fixture)
{
    [Fact]
    public async Task Cagettes_members_and_then_its_balances_by_name_come_to_one_account_each()
    {
        var admin = await Fixture.AdminAsync();
        var (one, two) = (NewName("dubois"), NewName("martin"));
        var members = $"""
            groupId,group,firstName,lastName,email,phone,firstName2,lastName2,email2,zipCode
            7,AMAP,Élodie,{one},{one}@example.org,0601,,,,69000
            7,AMAP,Jean,{two},{two}@example.org,0602,Anne,{two}bis,anne@example.org,69000
            """;
        var columns = await BringAsync(admin, members);
        var form = columns.Form("#columns");

        Assert.Equal(("3", "2", "4", "", "7", "6"), (form["Columns[Name]"], form["Columns[FirstName]"], form["Columns[Email]"], form["Columns[Balance]"], form["Columns[SecondName]"], form["Columns[SecondFirstName]"]));
        await MoveAsync(admin, await admin.SubmitAsync(form));
        var balances = await PreviewAsync(admin, $"Adhérent;Solde\n{one.ToUpperInvariant()} Élodie;-12,50 €\n{two.ToUpperInvariant()} Jean / {two.ToUpperInvariant()}BIS Anne;1 030,00 €\n");
        await MoveAsync(admin, balances);

        Assert.Equal(("2", 103000, -1250), SumsOn(balances));
        Assert.Equal(-1250, await BalanceAsync(await FindAccountAsync("Élodie " + one)));
        var account = await AccountPageAsync(await FindAccountAsync($"{two}bis"));
        Assert.Contains($"Jean {two} & Anne {two}bis", account.Text, StringComparison.Ordinal);
        Assert.Contains("Opening balance", account.TextOf("#statement"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_guessed_wrongly_is_corrected_and_the_total_is_compared()
    {
        var admin = await Fixture.AdminAsync();
        var (one, two) = (NewName("client"), NewName("client"));
        var file = Encoding.Latin1.GetBytes($"Export du groupe\n\nQui,Où,Reste dû\nZoé {one},{one}@example.org,\"1.234,50\"\n{two},,-3\n");
        var form = (await BringAsync(admin, file, "drôle.csv")).Form("#columns");

        var corrected = await admin.SubmitAsync(form
            .With("Columns[Name]", "0").With("Columns[Email]", "1").With("Columns[Balance]", "2").With("IsOwedPositive", "true").With("OccurredOn", "2026-01-31").With("Total", "-1200"));
        var kept = await admin.GetAsync(corrected.Address.AbsolutePath.Replace("/preview", "/columns", StringComparison.Ordinal));
        var again = await admin.SubmitAsync(kept.Form("#columns").With("Separator", ((int)';').ToString()).With("again", "true"));
        var future = await admin.SubmitAsync(kept.Form("#columns").With("OccurredOn", MarketCalendar.In(5)).With("Total", "much").With("HeaderLine", "x"));

        Assert.Equal(("2", 300, -123450), SumsOn(corrected));
        Assert.Contains("a difference of -€31.50", corrected.TextOf("#ties"), StringComparison.Ordinal);
        Assert.Equal(("0", "1", "2", "-1200.00"), (kept.Form("#columns")["Columns[Name]"], kept.Form("#columns")["Columns[Email]"], kept.Form("#columns")["Columns[Balance]"], kept.Form("#columns")["Total"]));
        Assert.Contains("Qui,Où,Reste dû", again.TextOf("#sample"), StringComparison.Ordinal);
        Assert.NotEmpty(future.ErrorAt("OccurredOn"));
        Assert.NotEmpty(future.ErrorAt("Total"));
        Assert.NotEmpty(future.ErrorAt("HeaderLine"));
    }

    [Fact]
    public async Task What_is_no_table_is_refused_with_a_sentence()
    {
        var admin = await Fixture.AdminAsync();

        Assert.Contains("Please choose a file.", (await BringAsync(admin, [], "empty.csv")).Notices, StringComparison.Ordinal);
        Assert.Contains("This is no table as text.", (await BringAsync(admin, [0x50, 0x4B, 3, 4, 0, 0], "members.xlsx")).Notices, StringComparison.Ordinal);
        Assert.Contains("larger than 2 MB", (await BringAsync(admin, new byte[(2 << 20) + 1], "huge.csv")).Notices, StringComparison.Ordinal);
        var broken = await PreviewAsync(admin, "name,email\n\"Anne,a@example.org\nBob,b@example.org\n");
        Assert.Equal([(2, "Line 2: A quotation mark opens here and is never closed.")], FaultsOn(broken));
        Assert.Empty(broken.Document.QuerySelectorAll("#move-in"));
    }

    [Fact]
    public async Task Who_is_there_already_is_joined_or_stays_as_they_are_and_it_is_said()
    {
        var admin = await Fixture.AdminAsync();
        using var member = await RegisterAsync();
        var (user, newcomer) = (NewName("user"), NewName("new"));
        await admin.SubmitAsync((await admin.GetAsync("/Admin/Users/Create")).Form("form:has([name='User.UserName'])")
            .With("User.UserName", user).With("User.Email", user + "@example.org")
            .With("User.Password", SiteOptions.DevelopmentPassword).With("User.PasswordConfirmation", SiteOptions.DevelopmentPassword));
        var file = $"name;email;balance\n{member.Login};{member.Login.ToUpperInvariant()}@Example.org;5\nJoined {user};{user}@example.org;6\n{newcomer};;7\n";

        var preview = await PreviewAsync(admin, file);
        var other = await PreviewAsync(admin, $"name;email\nSomebody else;{member.Login}@example.org\n");
        var moved = await MoveAsync(admin, preview);
        var second = await PreviewAsync(admin, file);

        Assert.Collection(
            preview.TextsOf("#steps li"),
            text => Assert.Contains("stays as it is", text, StringComparison.Ordinal),
            text => Assert.Contains("has a login already, gets an account", text, StringComparison.Ordinal),
            text => Assert.Contains("new, without a login", text, StringComparison.Ordinal));
        Assert.Equal(("2", 1300, 0), SumsOn(preview));
        Assert.Contains($"that of a client of another name: {member.Login}@example.org", FaultsOn(other).Single().Text, StringComparison.Ordinal);
        Assert.Contains("2 people are moved in.", moved.Notices, StringComparison.Ordinal);
        Assert.Equal((0, 600, 700), (await BalanceAsync(member.AccountId), await BalanceAsync(await FindAccountAsync("Joined " + user)), await BalanceAsync(await FindAccountAsync(newcomer))));
        Assert.Equal(("0", 0, 0), SumsOn(second));
        Assert.Empty(second.Document.QuerySelectorAll("#move-in"));
    }

    [Fact]
    public async Task Two_at_the_same_time_move_everybody_in_once()
    {
        var admin = await Fixture.AdminAsync();
        using var other = await SignInEditorAsync("MoveIn");
        var names = Enumerable.Range(0, 5).Select(_ => NewName("twice")).ToList();
        var file = "name;email;balance\n" + string.Concat(names.Select((name, place) => $"{name};{(place == 0 ? "" : name + "@example.org")};4,00\n"));
        var (one, two) = (await PreviewAsync(admin, file), await PreviewAsync(other, file));

        var answers = await Task.WhenAll(MoveAsync(admin, one), MoveAsync(other, two));
        await Task.WhenAll(MoveAsync(admin, one), MoveAsync(admin, one));

        Assert.Single(answers, page => page.Notices.Contains("5 people are moved in.", StringComparison.Ordinal));
        foreach (var name in names)
        {
            Assert.Equal([400], (await StatementAsync(await FindAccountAsync(name))).Select(line => line.MinorUnits));
        }

        // A file is seen by whoever brought it.
        var theirs = (await BringAsync(other, file)).Address.AbsolutePath;
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await admin.GetAsync(theirs)).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await admin.GetAsync(theirs.Replace("/columns", "/preview", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Balances_are_taken_back_as_a_whole_as_long_as_nothing_came_after_and_can_be_carried_anew()
    {
        var admin = await Fixture.AdminAsync();
        var (one, two) = (NewName("back"), NewName("back"));
        var moved = await MoveAsync(admin, await PreviewAsync(admin, $"name;balance\n{one};10\n{two};-20\n"));
        var form = moved.Form("#take-back form").With("reason", "The wrong file");
        var (first, second) = (await FindAccountAsync(one), await FindAccountAsync(two));
        await PayAsync(second, "20");

        var used = await admin.SubmitAsync(form);
        var payment = (await StatementAsync(second))[^1];
        Assert.Contains($"something was posted since on {await NumberOfAsync(second)} {two}.", used.Notices, StringComparison.Ordinal);
        Assert.Equal([1000], (await StatementAsync(first)).Select(line => line.MinorUnits));

        // Of another run nothing came after.
        var (three, four) = (NewName("back"), NewName("back"));
        var file = $"name;balance\n{three};10\n{four};-20\n";
        var clean = await MoveAsync(admin, await PreviewAsync(admin, file));
        // What is said travels in the browser's cookie, so each press has a browser of its own.
        using var again = await Fixture.Site.SignInAsync("admin");
        var reverse = clean.Form("#take-back form");
        var pressedAgain = (await again.GetAsync(clean.Address.AbsolutePath)).Form("#take-back form");
        var unsaid = await admin.SubmitAsync(reverse.With("reason", " "));
        var answers = await Task.WhenAll(admin.SubmitAsync(reverse.With("reason", "The wrong file")), again.SubmitAsync(pressedAgain.With("reason", "The wrong file")));
        var anew = await MoveAsync(admin, await PreviewAsync(admin, file.Replace(";10", ";11", StringComparison.Ordinal)));

        Assert.Equal(2000, payment.MinorUnits);
        Assert.Contains("Please give the reason", unsaid.Notices, StringComparison.Ordinal);
        Assert.Single(answers, page => page.Notices.Contains("2 balances are reversed.", StringComparison.Ordinal));
        Assert.Contains("2 people are moved in.", anew.Notices, StringComparison.Ordinal);
        Assert.Equal([1000, -1000, 1100], (await StatementAsync(await FindAccountAsync(three))).Select(line => line.MinorUnits));
        Assert.Contains("The wrong file", (await StatementAsync(await FindAccountAsync(four)))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_newcomer_gets_one_mail_whose_link_sets_the_password()
    {
        var admin = await Fixture.AdminAsync();
        var (one, two) = (NewName("welcome"), NewName("welcome"));
        var moved = await MoveAsync(admin, await PreviewAsync(admin, $"name;email;balance\n{one};{one}@example.org;10\n{two};{two}@example.org;\n{NewName("none")};;\n"));
        var form = moved.Form("#mails form");
        var mails = new Mailbox(Site.DataFolder);

        await Task.WhenAll(admin.SubmitAsync(form), admin.SubmitAsync(form));
        var mail = await mails.WaitForAsync(text => text.Contains(one, StringComparison.Ordinal));
        await mails.WaitForAsync(text => text.Contains(two, StringComparison.Ordinal));
        await admin.SubmitAsync(form);

        using var browser = Site.NewClient();
        var link = new Uri(mail.TextBody!.Split('\n').Single(line => line.Contains("/welcome/", StringComparison.Ordinal)).Trim()).AbsolutePath;
        var page = await browser.GetAsync(link);
        Assert.Contains(one + "@example.org", page.Text, StringComparison.Ordinal);
        var reset = await browser.SubmitAsync(page.Form("form[action*='/welcome/']"));
        await browser.SubmitAsync(reset.Form("form:has([name$='.NewPassword'])")
            .With("ResetPasswordForm.UsernameOrEmail", one + "@example.org")
            .With("ResetPasswordForm.NewPassword", SiteOptions.DevelopmentPassword)
            .With("ResetPasswordForm.PasswordConfirmation", SiteOptions.DevelopmentPassword));
        await browser.SignInAsync(one + "@example.org", SiteOptions.DevelopmentPassword);

        Assert.Equal(1000, BalanceOn(await browser.GetAsync("/my-account")));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync(link)).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync(link[..^4] + "AAAA")).Status);
        Assert.Single(mails.To(one + "@example.org"));
        Assert.Single(mails.To(two + "@example.org"));
    }

    private async Task<string> NumberOfAsync(string accountId) =>
        (await AccountPageAsync(accountId)).Text.Split(' ').First(word => word.StartsWith("C-", StringComparison.Ordinal));
}

[Collection(SqliteSite.Name)]
public sealed class MovingInOnSqlite(SqliteSite site) : MovingInTests(site);

[Collection(PostgresSite.Name)]
public sealed class MovingInOnPostgres(PostgresSite site) : MovingInTests(site);
