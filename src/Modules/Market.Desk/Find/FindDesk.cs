using Market.Desk.ViewModels;
using Market.Ledger;
using Market.Payments;
using Microsoft.AspNetCore.Mvc;

namespace Market.Desk.Find;

/// <summary>Asks every module for what somebody typed, as far as they may see it; pages of the admin come last.</summary>
public sealed class FindDesk(IEnumerable<IFinder> finders, PageFinder pages, DeskRights rights, IMarketTerms terms)
{
    public async Task<FindViewModel> FindAsync(string? typed, ActionContext context, IUrlHelper url)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Searched.Read(typed, (await terms.GetAsync()).Currency) is not { } searched)
        {
            return new FindViewModel { Query = typed };
        }

        var hits = new List<Hit>();
        foreach (var module in finders)
        {
            if (await rights.MayAsync(context.HttpContext.User, module.Right))
            {
                hits.AddRange((await module.FindAsync(searched)).Select(found => new Hit(found.Kind, found.Title, found.Detail, url.To(found.Link))));
            }
        }

        hits.AddRange(await pages.FindAsync(searched, context));
        return new FindViewModel
        {
            Query = typed,
            IsSearched = true,
            Hits = [.. hits.GroupBy(hit => hit.Kind, StringComparer.Ordinal).SelectMany(kind => kind)],
        };
    }
}
