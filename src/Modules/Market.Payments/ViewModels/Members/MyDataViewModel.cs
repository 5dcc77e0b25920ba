namespace Market.Payments.ViewModels.Members;

/// <summary>What the market keeps about a member, and who sees it.</summary>
/// <param name="Kept">What is kept, with the roles that see it.</param>
public record MyDataViewModel(IReadOnlyList<(string Label, IReadOnlyList<string> Roles)> Kept);
