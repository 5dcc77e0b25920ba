using System.Net;
using Market.Stall.Tests.Fixtures;

namespace Market.Stall.Tests;

/// <summary>What the stall does at start with the books that it finds.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task The_books_are_there_again_after_a_restart()
    {
        await using var stall = await StallProcess.StartAsync();
        using var client = stall.NewClient();
        await client.TickAsync("cash");
        var account = await client.OpenAsync("Back Again");
        await client.OrderAsync(account, "12");
        await client.PayAsync(account, "20");

        await stall.RestartAsync();

        var page = await client.GetAsync(account);
        Assert.Equal(("Back Again", "€8.00"), (page.TextOf("h1"), page.TextOf(".big")));
        Assert.Equal((800, 2), await client.StandingAsync(account));
        await client.PayAsync(account, "1");
        Assert.Equal((900, 3), await client.StandingAsync(account));
        Assert.Contains("Operations: 2; accounts: 1.", stall.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await stall.VerifyAsync()).Code);
    }

    [Fact]
    public async Task A_torn_line_is_taken_aside_and_the_stall_goes_on()
    {
        await using var stall = await StallProcess.StartAsync();
        using var client = stall.NewClient();
        await client.TickAsync("cash");
        var account = await client.OpenAsync();
        await client.PayAsync(account, "5");
        stall.Kill();
        var before = await File.ReadAllTextAsync(stall.Operations, TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(stall.Operations, before[..200], TestContext.Current.CancellationToken);
        Assert.Equal(0, (await stall.VerifyAsync()).Code);

        await stall.RestartAsync();

        Assert.Contains("nobody was told that it was recorded. That piece is now in torn-", stall.Output, StringComparison.Ordinal);
        Assert.Contains("That piece is now in torn-", (await client.GetAsync("/Books")).Text, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(stall.Operations, TestContext.Current.CancellationToken));
        Assert.Equal(before[..200], await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(stall.Folder, "torn-*")), TestContext.Current.CancellationToken));
        await client.PayAsync(account, "6");
        Assert.Equal((1100, 2), await client.StandingAsync(account));
        Assert.Equal(0, (await stall.VerifyAsync()).Code);
    }

    [Fact]
    public async Task A_file_that_was_tampered_with_is_shown_up_to_there_and_takes_nothing()
    {
        await using var stall = await StallProcess.StartAsync();
        using var client = stall.NewClient();
        await client.TickAsync("cash");
        var account = await client.OpenAsync();
        await client.PayAsync(account, "5");
        await client.PayAsync(account, "6");
        await client.PayAsync(account, "7");
        var form = await client.PaymentFormAsync(account, "8");
        stall.Kill();
        var lines = await File.ReadAllLinesAsync(stall.Operations, TestContext.Current.CancellationToken);
        lines[1] = lines[1].Replace("\"amount\":600", "\"amount\":6000", StringComparison.Ordinal);
        await File.WriteAllTextAsync(stall.Operations, string.Concat(lines.Select(line => line + "\n")), TestContext.Current.CancellationToken);
        var tampered = await File.ReadAllBytesAsync(stall.Operations, TestContext.Current.CancellationToken);

        await stall.RestartAsync();

        const string Sentence = "An operation was changed after it was posted.";
        Assert.Contains("Line 2 of the books does not fit: operation ", stall.Output, StringComparison.Ordinal);
        var page = await client.GetAsync(account);
        Assert.Equal("2", page.One("#fault").GetAttribute("data-line"));
        Assert.Contains(Sentence, page.TextOf("#fault"), StringComparison.Ordinal);
        Assert.Equal((500, 1), await client.StandingAsync(account));

        var answer = await client.SubmitAsync(form);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Nothing was recorded."), (answer.Status, answer.Summary));
        Assert.Equal("no", (await client.GetAsync("/Books")).One("#books").GetAttribute("data-holds"));
        Assert.Equal(tampered, await File.ReadAllBytesAsync(stall.Operations, TestContext.Current.CancellationToken));

        var (code, output) = await stall.VerifyAsync();
        Assert.Equal(1, code);
        Assert.StartsWith("Line 2 of the books does not fit: operation ", output, StringComparison.Ordinal);
        Assert.Contains(Sentence, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_line_that_was_taken_out_is_missed_where_it_stood(int place)
    {
        await using var stall = await StallProcess.StartAsync();
        using var client = stall.NewClient();
        await client.TickAsync("cash");
        foreach (var amount in new[] { "5", "6", "7" })
        {
            // Each on an account of its own, so that no account's chain can tell.
            await client.PayAsync(await client.OpenAsync(), amount);
        }

        stall.Kill();
        var lines = (await File.ReadAllLinesAsync(stall.Operations, TestContext.Current.CancellationToken)).ToList();
        lines.RemoveAt(place);
        await File.WriteAllTextAsync(stall.Operations, string.Concat(lines.Select(line => line + "\n")), TestContext.Current.CancellationToken);

        var (code, output) = await stall.VerifyAsync();

        Assert.Equal(1, code);
        Assert.StartsWith($"Line {place + 1} of the books does not fit", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_changed_while_the_stall_is_open_is_found_by_verifying()
    {
        await using var stall = await StallProcess.StartAsync();
        using var client = stall.NewClient();
        await client.TickAsync("cash");
        var account = await client.OpenAsync();
        await client.PayAsync(account, "5");
        var held = await client.GetAsync("/Books");
        Assert.Equal("yes", held.One("#books").GetAttribute("data-holds"));
        Assert.Contains(stall.Lines()[0].GetProperty("seal").GetString()!, held.Text, StringComparison.Ordinal);

        await File.WriteAllTextAsync(stall.Operations, (await File.ReadAllTextAsync(stall.Operations, TestContext.Current.CancellationToken)).Replace(":500,", ":900,", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Contains("Line 1 of the books does not fit", (await client.GetAsync("/Books")).TextOf("#fault"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.OrderAsync(account, "5")).Status);
        Assert.Equal((0, 0), await client.StandingAsync(account));
    }

    [Fact]
    public async Task Two_stalls_do_not_open_the_same_books()
    {
        await using var stall = await StallProcess.StartAsync();
        var (code, output) = await StallProcess.RunAsync("--books", stall.Folder, "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, code);
        Assert.Contains(Path.Combine(stall.Folder, "stall.lock"), output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stall.NewClient().GetAsync("/")).Status);
    }

    [Fact]
    public async Task Erased_names_leave_the_books_whole()
    {
        await using var stall = await StallProcess.StartAsync("--demo");
        using var client = stall.NewClient();
        var owed = (await client.GetAsync("/")).TextOf("#owed");
        stall.Kill();
        File.Delete(Path.Combine(stall.Folder, "clients.json"));

        await stall.RestartAsync();

        var home = await client.GetAsync("/");
        Assert.Equal(owed, home.TextOf("#owed"));
        var account = home.One("#accounts a").GetAttribute("href")!;
        await client.OrderAsync(account, "5");
        Assert.Equal(0, (await stall.VerifyAsync()).Code);
    }

    [Theory]
    [InlineData("clients.json")]
    [InlineData("settings.json")]
    public async Task A_small_file_that_cannot_be_read_is_named(string name)
    {
        await using var stall = await StallProcess.StartAsync();
        stall.Kill();
        await File.WriteAllTextAsync(Path.Combine(stall.Folder, name), "{", TestContext.Current.CancellationToken);
        var (code, output) = await StallProcess.RunAsync("--books", stall.Folder, "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, code);
        Assert.Contains(name + " cannot be read", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        await using var stall = await StallProcess.StartAsync();
        await using var other = await StallProcess.StartAsync();
        other.Kill();
        var (code, output) = await StallProcess.RunAsync("--books", other.Folder, "--urls", stall.Address.ToString());
        Assert.Equal(2, code);
        Assert.Contains("address already in use", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no option '--bok'.", "--bok", "x")]
    [InlineData("There is no option 'open'.", "open")]
    [InlineData("--books needs a value.", "--books")]
    [InlineData("--urls needs a value.", "--urls=")]
    public async Task A_wrong_option_is_named(string sentence, params string[] arguments)
    {
        var (code, output) = await StallProcess.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.StartsWith(sentence, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_command_and_option()
    {
        var (code, output) = await StallProcess.RunAsync("--help");
        Assert.Equal(0, code);
        Assert.All(new[] { "verify", "--books", "--urls", "--demo", "--help" }, name => Assert.Contains(name, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_without_books_is_not_verified()
    {
        var (code, output) = await StallProcess.RunAsync("verify", "--books", Path.Combine(Path.GetTempPath(), "no-such-books"));
        Assert.Equal(2, code);
        Assert.Contains("holds no books", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_is_added_to_empty_books_only()
    {
        await using var stall = await StallProcess.StartAsync("--demo");
        var lines = stall.Lines().Count;
        Assert.NotEqual(0, lines);
        stall.Kill();
        await using var again = await StallProcess.StartAsync("--demo", "--books", stall.Folder);
        Assert.Equal(lines, stall.Lines().Count);
    }
}
