using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using OrchardCore.ResourceManagement;

namespace Market.Payments.Counter.Page;

/// <summary>
/// Brings the script that watches over a phone's entries to every page of the site, for browsers that have been at the counter: signing out
/// there would lose what the market does not have yet.
/// </summary>
public sealed class CounterGuardFilter(CounterFiles files, IResourceManager resources, IStringLocalizer<CounterGuardFilter> S) : IAsyncResultFilter
{
    // Set by the counter's page, as long as anything of it is on the phone.
    private const string Marker = "market-counter";

    public Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.Result is ViewResult && request.Cookies.ContainsKey(Marker))
        {
            var page = files.For(request.PathBase);
            var script = new TagBuilder("script");
            script.Attributes["src"] = page.Guard;
            script.Attributes["data-counter"] = page.List;
            script.Attributes["data-log-out"] = page.LogOut;
            script.Attributes["data-held"] = S["This phone holds entries of the counter that the market does not have yet. Open the counter with network first, and look whether any was refused."].Value;
            resources.RegisterFootScript(script);
        }

        return next();
    }
}
