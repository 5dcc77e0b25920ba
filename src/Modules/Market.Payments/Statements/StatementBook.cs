using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Allocations;
using Market.Payments.Books;
using Market.Payments.ViewModels.Members;
using OrchardCore.DisplayManagement;
using OrchardCore.Navigation;

namespace Market.Payments.Statements;

/// <summary>Reads the whole of an account for whoever wants to understand it: a period, a day of the past, what paid what.</summary>
public sealed class StatementBook(OperationStream stream, IMarketTerms terms, OrderNameReader orderNames, StatementSearch search, IShapeFactory shapes)
{
    public const int PageSize = 50;

    /// <summary>What the query asks for of an account; everything, where it cannot be read.</summary>
    public Task<StatementPageViewModel> ReadAsync(ClientAccount account, StatementQuery query) => ReadAsync(account, query, found => found);

    /// <summary>The same with the lines of one page, the newest first.</summary>
    public async Task<StatementPageViewModel> ReadPageAsync(ClientAccount account, StatementQuery query, PagerParameters parameters, string? routeId = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var pager = new Pager(parameters.Page, PageSize, PageSize);
        var model = await ReadAsync(account, query, found => [.. found.Skip(pager.GetStartIndex()).Take(PageSize)]);
        model.Pager = await shapes.PagerAsync(pager, model.Found.Count, query.ToRoute(routeId));
        return model;
    }

    private async Task<StatementPageViewModel> ReadAsync(ClientAccount account, StatementQuery query, Func<IReadOnlyList<StatementLine>, IReadOnlyList<StatementLine>> show)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(query);
        var currency = (await terms.GetAsync()).Currency;
        var (first, last) = query.IsReadable ? (query.FirstDay, query.LastDay) : (null, null);
        var operations = PeriodStatement.UpTo(await stream.OfAccountAsync(account.Id), last).ToList();
        var (period, explanation) = (PeriodStatement.Of(operations, first, last, currency), Explanation.Of(operations, currency));
        IReadOnlyList<StatementLine> found = [.. period.Lines.Reverse()];
        IReadOnlyDictionary<string, OrderName>? names = null;
        if (query.Searched is { } searched)
        {
            names = await orderNames.ReadAsync(operations, []);
            found = [.. found.Where(line => search.Finds(searched, line.Operation, names))];
        }

        var lines = show(found);
        names ??= await orderNames.ReadAsync(lines.SelectMany(line => explanation.OthersOf(line.Operation.Id).Prepend(line.Operation)), []);
        return new StatementPageViewModel
        {
            Account = account,
            Query = query,
            Period = period,
            Found = found,
            Lines = new StatementLinesViewModel(lines, names, explanation, operations),
        };
    }
}
