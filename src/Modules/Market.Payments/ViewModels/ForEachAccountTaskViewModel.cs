using Market.Payments.Services;

namespace Market.Payments.ViewModels;

public class ForEachAccountTaskViewModel
{
    public AccountCriterionKind Criterion { get; set; }

    public string? Amount { get; set; }

    public string? Days { get; set; }
}
