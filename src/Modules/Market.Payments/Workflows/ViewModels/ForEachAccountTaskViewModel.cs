using Market.Payments.Accounts;

namespace Market.Payments.Workflows.ViewModels;

public class ForEachAccountTaskViewModel
{
    public AccountCriterionKind Criterion { get; set; }

    public string? Amount { get; set; }

    public string? Days { get; set; }
}
