use std::collections::{BTreeSet, HashMap, HashSet};

#[derive(Debug, Clone, PartialEq)]
pub enum TaskError {
    InvalidArgument,
    NotFound,
    InvalidState,
    PermissionDenied,
}

#[derive(Default)]
struct Role {
    own: HashSet<String>,
    parents: BTreeSet<String>,
}

#[derive(Default)]
pub struct AccessPolicy {
    roles: HashMap<String, Role>,
}

impl AccessPolicy {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn define(&mut self, role: &str) -> Result<(), TaskError> {
        if self.roles.contains_key(role) {
            return Err(TaskError::InvalidState);
        }
        self.roles.insert(role.to_string(), Role::default());
        Ok(())
    }

    pub fn inherit(&mut self, role: &str, parent: &str) -> Result<(), TaskError> {
        self.role(role)?;
        if self.lineage(parent)?.contains(role) {
            return Err(TaskError::InvalidArgument);
        }
        self.role(role)?.parents.insert(parent.to_string());
        Ok(())
    }

    pub fn grant(&mut self, role: &str, permission: &str) -> Result<(), TaskError> {
        self.role(role)?.own.insert(permission.to_string());
        Ok(())
    }

    pub fn revoke(&mut self, role: &str, permission: &str) -> Result<(), TaskError> {
        if self.role(role)?.own.remove(permission) {
            Ok(())
        } else {
            Err(TaskError::NotFound)
        }
    }

    pub fn permissions(&mut self, role: &str) -> Result<HashSet<String>, TaskError> {
        let lineage = self.lineage(role)?;
        Ok(lineage.iter().flat_map(|each| self.roles[each].own.iter().cloned()).collect())
    }

    pub fn require(&mut self, role: &str, permission: &str) -> Result<(), TaskError> {
        if self.permissions(role)?.contains(permission) {
            Ok(())
        } else {
            Err(TaskError::PermissionDenied)
        }
    }

    fn role(&mut self, role: &str) -> Result<&mut Role, TaskError> {
        self.roles.get_mut(role).ok_or(TaskError::NotFound)
    }

    /// The role and all roles it inherits from.
    fn lineage(&self, role: &str) -> Result<HashSet<String>, TaskError> {
        let mut reached = HashSet::new();
        let mut open = vec![role.to_string()];
        while let Some(each) = open.pop() {
            let parents = &self.roles.get(&each).ok_or(TaskError::NotFound)?.parents;
            if reached.insert(each) {
                open.extend(parents.iter().cloned());
            }
        }
        Ok(reached)
    }
}
