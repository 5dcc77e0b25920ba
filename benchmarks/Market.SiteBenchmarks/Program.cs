using System.Globalization;
using Market.SiteBenchmarks;
using Market.SiteBenchmarks.Bookkeeping;
using Market.SiteBenchmarks.Bulk;
using Market.SiteBenchmarks.Looks;
using Market.SiteBenchmarks.Others;
using Market.SiteBenchmarks.Tenants;

switch (args)
{
    case ["sqlite" or "postgres", "layers", ..]:
        return await Layers.RunAsync(args);
    case ["sqlite" or "postgres", "pages", ..]:
        return await Pages.RunAsync(args);
    case ["sqlite" or "postgres", "fill", ..]:
        return await Fill.RunAsync(args);
    case ["sqlite" or "postgres", "growth", ..]:
        return await Growth.RunAsync(args);
    case ["sqlite" or "postgres", "close", ..]:
        return await Closings.RunAsync(args);
    case ["sqlite" or "postgres", "journals", ..]:
        return await Journals.RunAsync(args);
    case ["sqlite" or "postgres", "books", ..]:
        return await Books.RunAsync(args);
    case ["sqlite" or "postgres", "bulk", ..]:
        return await BulkRun.RunAsync(args[0], args is [_, _, var members] ? int.Parse(members, CultureInfo.InvariantCulture) : 10_000);
    case ["postgres", "pgledger", .. { Length: > 0 } files]:
        return await OthersRun.RunAsync(files);
    case ["sqlite", "tenants", var tenants]:
        return await TenantsRun.RunAsync(int.Parse(tenants, CultureInfo.InvariantCulture));
    case ["sqlite" or "postgres", ..]:
        return await Commits.RunAsync(args);
    default:
        Console.WriteLine(
            """
            sqlite|postgres [seconds [callers]]
            sqlite|postgres layers [seconds]
            sqlite|postgres pages [accounts [operations [folder]]]
            sqlite|postgres fill accounts operations folder
            sqlite|postgres growth accounts operations folder
            sqlite|postgres close accounts operations folder
            sqlite|postgres journals accounts operations folder
            sqlite|postgres books [operations]
            sqlite|postgres bulk [members]
            postgres pgledger FILE.sql…
            sqlite tenants COUNT
            """);
        return 1;
}
