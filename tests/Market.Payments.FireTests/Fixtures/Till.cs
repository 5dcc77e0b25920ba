using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MarketSite.TestHost;

namespace Market.Payments.FireTests.Fixtures;

/// <summary>
/// Clerks who record payments by the form that people use while the site goes down under them. Each form carries its key; a clerk who got
/// no answer sends the same form again until there is one, and writes down what was acknowledged.
/// </summary>
internal sealed class Till(SiteProcess site, string name = "") : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (string AccountId, long MinorUnits)> _acknowledged = new();
    private readonly ConcurrentDictionary<string, int> _answers = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _clerks = [];
    private CookieCollection _cookies = [];

    /// <summary>What was acknowledged, by the note each payment carries.</summary>
    public IReadOnlyDictionary<string, (string AccountId, long MinorUnits)> Acknowledged => _acknowledged;

    /// <summary>How often each answer came.</summary>
    public string Answers => string.Join(", ", _answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Key}: {answer.Value}"));

    /// <summary>Whether a payment's note is one of these clerks'.</summary>
    public bool IsOf(string note) => note.StartsWith("clerk " + name, StringComparison.Ordinal);

    public async Task OpenAsync(int clerks)
    {
        using var client = await site.SignInAsync("coordinator");
        _cookies = client.Cookies.GetAllCookies();
        var balances = await client.GetAsync("/Admin/payments/balances");
        var accounts = balances.Document.Links
            .Select(link => new Uri(site.Address, link.GetAttribute("href")).AbsolutePath)
            .Where(path => path.EndsWith("/payment", StringComparison.OrdinalIgnoreCase))
            .Distinct()
            .Take(3)
            .ToList();
        Assert.NotEmpty(accounts);
        for (var clerk = 0; clerk < clerks; clerk++)
        {
            var number = clerk;
            _clerks.Add(Task.Run(() => WorkAsync(number, accounts)));
        }
    }

    /// <summary>Waits until so many payments are acknowledged.</summary>
    public async Task AcknowledgeAsync(int count)
    {
        for (var until = DateTime.UtcNow + Patience; _acknowledged.Count < count;)
        {
            Assert.True(DateTime.UtcNow < until, $"Only {_acknowledged.Count} of {count} payments after {Patience}: {Answers}.");
            await Task.Delay(20);
        }
    }

    /// <summary>Lets every clerk finish the payment in hand.</summary>
    public async Task CloseAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_clerks);
    }

    public ValueTask DisposeAsync()
    {
        _closing.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WorkAsync(int clerk, List<string> accounts)
    {
        for (var i = 0; !_closing.IsCancellationRequested; i++)
        {
            var path = accounts[(clerk + i) % accounts.Count];
            var cents = 100 + (i % 50);
            var note = $"clerk {name}{clerk} payment {i}";
            SiteForm? form = null;
            await UntilAnsweredAsync(async client =>
            {
                var page = await client.AskAsync(path);
                form = page.IsSuccess ? page.Form("form.market-form").With("Amount", $"1.{cents - 100:00}").With("Method", "cash").With("Memo", note) : null;
                return form is not null;
            });
            await UntilAnsweredAsync(async client =>
            {
                var answer = await client.SendAsync(form!.To(new Uri(site.Address, path)));
                var settled = answer.Redirect is { } next && next.AbsolutePath == path[..path.LastIndexOf('/')];
                _answers.AddOrUpdate(settled ? "recorded" : $"{(int)answer.Status}", 1, (_, count) => count + 1);
                return settled;
            });
            Assert.True(_acknowledged.TryAdd(note, (path.Split('/')[^2], cents)));
        }
    }

    private async Task UntilAnsweredAsync(Func<SiteClient, Task<bool>> ask)
    {
        for (var until = DateTime.UtcNow + Patience; ;)
        {
            try
            {
                using var client = site.NewClient();
                client.Cookies.Add(_cookies);
                if (await ask(client))
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or SocketException or IOException or OperationCanceledException or InvalidOperationException)
            {
                // The site is down: not even refused. Where it goes between a connection's two ends, .NET lets the socket's own fault through.
                _answers.AddOrUpdate("no answer", 1, (_, count) => count + 1);
            }

            Assert.True(DateTime.UtcNow < until, $"No answer for {Patience}: {Answers}.");
            await Task.Delay(50);
        }
    }
}
