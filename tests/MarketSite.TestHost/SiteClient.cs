using System.Diagnostics;
using System.Net;
using System.Text;

namespace MarketSite.TestHost;

/// <summary>A browser without scripts: keeps cookies, reads forms with their hidden fields and tokens, sends them.</summary>
public sealed class SiteClient : IDisposable
{
    private const int MostRedirects = 10;

    // The first request to a market sets it up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http;

    /// <summary>A browser of a site.</summary>
    /// <param name="address">The address that it types in.</param>
    /// <param name="language">The language it asks for.</param>
    /// <param name="site">Where the site listens, where a proxy stands before it.</param>
    public SiteClient(Uri address, string language, Uri? site = null)
    {
        Address = address;
        _http = new HttpClient(site is null
            ? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = Cookies, UseProxy = false }
            : new Proxy(site, Cookies))
        {
            BaseAddress = address,
            Timeout = Patience,
        };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public Uri Address { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The trace that requests are sent under, by which a measured site knows them; null for none.</summary>
    public string? Trace { get; set; }

    /// <summary>Gets a page, through redirects.</summary>
    public async Task<SitePage> GetAsync(string path) => await FollowAsync(await AskAsync(path));

    /// <summary>Gets what an address answers itself, redirect or not.</summary>
    public Task<SitePage> AskAsync(string path) => SendAsync(HttpMethod.Get, new Uri(Address, path), null);

    /// <summary>Sends a form and follows where the answer leads.</summary>
    public async Task<SitePage> SubmitAsync(SiteForm form) => await FollowAsync(await SendAsync(form));

    /// <summary>Sends a form and gives the answer itself, redirect or not.</summary>
    public Task<SitePage> SendAsync(SiteForm form) => SendAsync(HttpMethod.Post, form.Action, new FormUrlEncodedContent(form.Fields));

    /// <summary>Sends a form and gives the file that is answered.</summary>
    public async Task<byte[]> DownloadAsync(SiteForm form)
    {
        using var response = await _http.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields));
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    /// <summary>Opens a file that an address sends, to be read as it comes.</summary>
    public async Task<Stream> OpenFileAsync(string path)
    {
        var response = await _http.GetAsync(new Uri(Address, path), HttpCompletionOption.ResponseHeadersRead);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
    }

    /// <summary>Sends a form with a file, and follows where the answer leads.</summary>
    public async Task<SitePage> UploadAsync(SiteForm form, string field, string fileName, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file), field, fileName);
        return await FollowAsync(await SendAsync(HttpMethod.Post, form.Action, content));
    }

    /// <summary>Posts fields to an address, without any page's token, and gives the answer itself.</summary>
    public Task<SitePage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, new Uri(Address, path), new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))));

    /// <summary>Posts JSON as a script does, with an antiforgery token where one is given, and gives the answer itself.</summary>
    public Task<SitePage> PostJsonAsync(string path, string json, string? token = null)
    {
        var content = new StringContent(json, Encoding.UTF8, "application/json");
        if (token is not null)
        {
            content.Headers.Add("RequestVerificationToken", token);
        }

        return SendAsync(HttpMethod.Post, new Uri(Address, path), content);
    }

    /// <summary>A form to an address with nothing in it but this browser's antiforgery token, as scripts send what a link asks for.</summary>
    public async Task<SiteForm> BareFormAsync(string path, string? tokenPage = null)
    {
        var page = await GetAsync(tokenPage ?? "/Login");
        return page.Form("form:has([name=__RequestVerificationToken])").Only("__RequestVerificationToken").To(new Uri(Address, path));
    }

    /// <summary>Signs in by the page that people use.</summary>
    public async Task SignInAsync(string user, string password)
    {
        var answer = await TrySignInAsync(user, password);
        if (answer.Redirect is null)
        {
            throw new InvalidOperationException($"{user} could not sign in ({(int)answer.Status}): {answer.Text}");
        }
    }

    /// <summary>Sends the sign-in form and gives the answer itself: a redirect where it worked.</summary>
    public async Task<SitePage> TrySignInAsync(string user, string password)
    {
        var page = await GetAsync("/Login");
        return await SendAsync(page.Form("form:has(input[name='LoginForm.Password'])").With("LoginForm.UserName", user).With("LoginForm.Password", password));
    }

    public void Dispose() => _http.Dispose();

    private async Task<SitePage> FollowAsync(SitePage page)
    {
        for (var hop = 0; page.Redirect is { } next; hop++)
        {
            page = hop < MostRedirects
                ? await SendAsync(HttpMethod.Get, next, null)
                : throw new InvalidOperationException($"{page.Address} redirects without end.");
        }

        return page;
    }

    private async Task<SitePage> SendAsync(HttpMethod method, Uri address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (Trace is not null)
        {
            request.Headers.Add("traceparent", $"00-{Trace}-{ActivitySpanId.CreateRandom()}-01");
        }

        using var response = await _http.SendAsync(request);
        var redirect = (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location ? new Uri(address, location) : null;
        return new SitePage(address, response.StatusCode, redirect, await response.Content.ReadAsStringAsync());
    }
}
