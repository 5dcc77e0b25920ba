using System.Collections.Concurrent;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Day;

/// <summary>What was asked of the site over the day: each request under a trace of its own, by which the site's meter knows what it cost.</summary>
public sealed class DayLog
{
    private readonly ConcurrentQueue<(string Page, string Trace)> _requests = new();

    private readonly ConcurrentDictionary<string, SitePage> _first = new();

    /// <summary>The traces of all requests, by what they are called in the table.</summary>
    public IEnumerable<IGrouping<string, string>> Traces => _requests.GroupBy(request => request.Page, request => request.Trace);

    /// <summary>Asks for a page, and gives what its address answers itself.</summary>
    public Task<SitePage> AskAsync(string page, SiteClient browser, string path) => NoteAsync(page, browser, () => browser.AskAsync(path));

    /// <summary>Sends a form, and gives what its address answers itself.</summary>
    public Task<SitePage> SendAsync(string page, SiteClient browser, SiteForm form) => NoteAsync(page, browser, () => browser.SendAsync(form));

    /// <summary>Notes one request of a browser. What the site cannot do or holds back is no answer that a day goes on after.</summary>
    public async Task<SitePage> NoteAsync(string page, SiteClient browser, Func<Task<SitePage>> request)
    {
        ArgumentNullException.ThrowIfNull(browser);
        ArgumentNullException.ThrowIfNull(request);
        var trace = browser.Trace = SiteMeter.NewTrace();
        var answer = await request();
        browser.Trace = null;
        Assert.True(answer.IsSuccess || answer.Redirect is not null, $"{page}, {answer.Address}: {(int)answer.Status} {answer.Text}");
        _requests.Enqueue((page, trace));
        _first.TryAdd(page, answer);
        return answer;
    }

    /// <summary>The first answer to what is called so. All of them would not fit into memory.</summary>
    public SitePage FirstOf(string page) => _first[page];
}
